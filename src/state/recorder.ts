import { mergeEvents, type EventList } from '../collect/events/merge-events';
import { markIn } from '../collect/events/marks';
import { ownEvents, stillOpen } from '../collect/events/own-events';
import type { OwnCall } from '../collect/looking';
import type { EngineEvent } from '../evidence/docker';
import { appendLines, replaceLines, sizeOf } from './files';
import {
  eventLine,
  headerLine,
  maxRecordingBytes,
  readRecording,
  recordingPath,
  sinceLine,
  untilLine,
} from './recording-file';
import { shortened } from './shorten-recording';

/** Writes down what one engine does, as it happens. Events that Vigie caused are left out. */
export interface Recorder {
  /**
   * Begins, or goes on after a lost connection, with what the engine remembers at this moment. `noGap`: whatever it does not remember did not
   * happen, since it was watched until it ended, and until it came back.
   */
  readonly begin: (ring: EventList, noGap: boolean) => void;
  readonly add: (event: EngineEvent) => void;
  /** Writes what was added; nothing was missed until `now`, in seconds. False where nothing can be written. */
  readonly flush: (now: number) => boolean;
}

export interface RecorderOptions {
  readonly folder: string;
  readonly endpoint: string;
  readonly engineId: string;
  readonly ownCalls: () => readonly OwnCall[];
  readonly sameClock: boolean;
}

/** Events of a burst, of which one may be the mark that makes a later one ours. */
const keptForMarks = 64;

export function openRecorder({ folder, endpoint, engineId, ownCalls, sameClock }: RecorderOptions): Recorder {
  const path = recordingPath(folder, endpoint);
  let waiting: EngineEvent[] = [];
  let written: readonly EngineEvent[] = [];
  const begun = new Set<string>();

  const noteMark = (event: EngineEvent): void => {
    const mark = markIn(event);
    if (mark) begun.add(mark.id);
  };
  const flush = (now: number): boolean => {
    const fresh = waiting;
    waiting = [];
    const owned = ownEvents([...written, ...fresh], ownCalls(), sameClock);
    const open = stillOpen(owned, begun);
    const kept = fresh.filter((event) => !owned.own.has(event) || open.has(event));
    for (const event of kept) noteMark(event);
    const isWritten = appendLines(path, [...kept.map(eventLine), untilLine(now)]);
    written = [...written, ...fresh].slice(-keptForMarks);
    if (sizeOf(path) > maxRecordingBytes) shorten(path, endpoint);
    return isWritten;
  };

  return {
    begin: (ring, noGap) => {
      const known = readRecording(path);
      const mine = known !== null && known !== 'corrupt' && known.engineId === engineId ? known : null;
      if (!mine) replaceLines(path, [headerLine(endpoint, engineId, ring.completeSince)]);
      else if (!noGap && mergeEvents(ring, mine).completeSince > mine.since)
        appendLines(path, [sinceLine(ring.completeSince)]);
      for (const event of mine?.events ?? []) noteMark(event);
      const seen = new Set((mine?.events ?? []).map(({ timeNano }) => timeNano));
      waiting.push(...ring.events.filter(({ timeNano }) => !seen.has(timeNano)));
    },
    add: (event) => waiting.push(event),
    flush,
  };
}

/** Puts less in the file's place. */
function shorten(path: string, endpoint: string): void {
  const known = readRecording(path);
  if (known === null || known === 'corrupt') return;
  const { engineId, since, until, events } = shortened(known);
  replaceLines(path, [headerLine(endpoint, engineId, since), ...events.map(eventLine), untilLine(until)]);
}
