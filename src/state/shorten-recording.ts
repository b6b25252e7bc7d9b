import { markIn } from '../collect/events/marks';
import type { Recording } from '../collect/looking';
import type { EngineEvent } from '../evidence/docker';

/** What a health check leaves every few seconds. A mark tells whose other events are. */
const isNoise = (event: EngineEvent): boolean =>
  /^(?:exec_|health_status)/.test(event.action) && markIn(event) === undefined;

/** Keeps the newest quarter whole; of what is older, all that is no noise stays seen, but is no longer complete. */
export function shortened(known: Recording): Recording {
  const newest = known.events.slice(Math.floor((known.events.length * 3) / 4));
  const older = known.events.slice(0, known.events.length - newest.length).filter((event) => !isNoise(event));
  return {
    ...known,
    since: newest[0]?.time ?? known.until,
    // Even without noise there may be too many.
    events: [...older.slice(-known.events.length / 4), ...newest],
  };
}
