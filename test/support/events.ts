import type { EngineEvent } from '../../src/evidence/docker';
import type { RecordedEvent } from '../../src/evidence/facts';

export const ubuntuId = 'b6c13eacabfa59ea067a27fc992482140f9a85badc7d442236884267ecf87e85';

/** An event of the container `ubuntu` at `seconds` after some moment; `changes` replace whole parts. */
export function eventAt(seconds: number, action: string, changes: Partial<EngineEvent> = {}): EngineEvent {
  const at = 1_700_000_000 + seconds;
  return {
    type: 'container',
    action,
    id: ubuntuId,
    attributes: { name: 'ubuntu', image: 'ubuntu' },
    time: Math.floor(at),
    timeNano: String(BigInt(Math.round(at * 1000)) * 1_000_000n),
    ...changes,
  };
}

export const recorded = (
  seconds: number,
  action: string,
  changes: Partial<RecordedEvent> = {},
): RecordedEvent => ({
  ...eventAt(seconds, action, changes),
  own: changes.own ?? false,
});

/** The same moment as an engine's date, and in milliseconds. */
export const dateAt = (seconds: number): string => new Date(1_700_000_000_000 + seconds * 1000).toISOString();
export const millisAt = (seconds: number): number => 1_700_000_000_000 + seconds * 1000;
