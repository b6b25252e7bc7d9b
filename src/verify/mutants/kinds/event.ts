import { selectEvents } from '../../../checks/kinds/event/select';
import { wantedBy } from '../../../checks/kinds/event/wanted';
import type { RecordedEvent } from '../../../evidence/facts';
import type { MutantCode } from '../codes';
import { retells, told, type Host } from '../host';
import type { Generator, Target, Wrong } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

/** It never happened, only Vigie did it, it happened to something else, or with another exit code or signal. */
export const wrongEvents: Generator = (target) => {
  const { keys } = target.check;
  const chosen = new Set(eventsOf(target));
  const happened = (code: MutantCode, change: (event: RecordedEvent) => RecordedEvent[]): Wrong => ({
    code,
    change: (host) =>
      changeEvents(host, (events) =>
        events.flatMap((event) => (chosen.has(event) ? change(event) : [event])),
      ),
  });
  if (chosen.size === 0)
    return [
      { code: 'present', change: (host) => changeEvents(host, (events) => [...events, madeUp(target)]) },
    ];
  const wrong = writeWrongValues<RecordedEvent>(target, writers, (host, change) =>
    changeEvents(host, (events) => events.map((event) => (chosen.has(event) ? change(event) : event))),
  );
  if (keys['exists'] === false) return wrong;
  return [
    happened('event.none', () => []),
    happened('event.own', (event) => [{ ...event, own: true }]),
    ...(wantedBy(target.check.subject).container === undefined
      ? []
      : [
          happened('event.elsewhere', (event) => [
            { ...event, id: '7'.repeat(64), attributes: { ...event.attributes, name: 'vigie-other' } },
          ]),
        ]),
    ...wrong,
  ];
};

const attribute =
  (...names: readonly string[]) =>
  (event: RecordedEvent, value: unknown): RecordedEvent => {
    const [first] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    const said = Object.fromEntries(
      names.map((name) => [name, typeof first === 'number' ? String(first) : '']),
    );
    return { ...event, attributes: { ...event.attributes, ...said } };
  };

const writers: Writers<RecordedEvent> = {
  'exit-code': attribute('exitCode', 'containerExitCode'),
  signal: attribute('signal'),
};

function eventsOf({ check, host }: Target): readonly RecordedEvent[] {
  const wanted = wantedBy(check.subject);
  const events = told(host, { fact: 'events' })?.events ?? [];
  const container =
    wanted.container === undefined ? null : told(host, { fact: 'container', name: wanted.container });
  return selectEvents(wanted, events, container ?? null);
}

function madeUp({ check, host }: Target): RecordedEvent {
  const wanted = wantedBy(check.subject);
  const container =
    wanted.container === undefined ? undefined : told(host, { fact: 'container', name: wanted.container });
  const events = told(host, { fact: 'events' });
  const time = events?.readAt ?? 0;
  const name = wanted.container ?? wanted.image ?? wanted.volume ?? wanted.network ?? '';
  const attributes = { name, ...(wanted.image !== undefined && { image: wanted.image }) };
  return {
    type: wanted.type,
    action: wanted.action,
    id: container?.Id ?? name,
    attributes,
    time,
    timeNano: `${Math.floor(time)}000000000`,
    own: false,
  };
}

const changeEvents = (
  host: Host,
  change: (events: readonly RecordedEvent[]) => readonly RecordedEvent[],
): Host => retells(host, { fact: 'events' }, (fact) => ({ ...fact, events: change(fact.events) }));
