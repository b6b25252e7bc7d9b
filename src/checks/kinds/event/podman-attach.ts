import type { RecordedEvent } from '../../../evidence/facts';
import { secondsOf } from './lifecycle';
import { wordOf } from './wanted';

/** Measured: 0.16 to 1.7 ms after the start; whoever types `podman attach` is not that fast, and a script hardly. */
const byRunSeconds = 0.05;
const byHandSeconds = 0.5;

/** Podman's `run -it` and `start -a` attach just after the start, where Docker's attach before it: those are nobody's `attach` to a running container. */
export function withoutAttachOfRun(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const started = new Map<string, number>();
  return events.flatMap((event) => {
    if (event.type !== 'container') return event;
    if (wordOf(event) === 'start') started.set(event.id, secondsOf(event));
    const start = started.get(event.id);
    if (event.action !== 'attach' || start === undefined) return event;
    const after = secondsOf(event) - start;
    if (after <= byRunSeconds) return [];
    return after <= byHandSeconds ? { ...event, unsure: true as const } : event;
  });
}
