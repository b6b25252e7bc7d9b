import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording, SeenEvents } from '../collect/looking';
import { replaceLines } from './files';
import { eventLine, headerLine, readRecording, untilLine } from './recording-file';
import { shortened } from './shorten-recording';

/** Of one engine. */
const maxBytes = 2 * 1024 * 1024;
/** Engines come and go: a teacher looks at a class, a clean room is a new engine each time. */
const maxFiles = 200;
/** A file that somebody else is about to replace is whole all the same; more than this many writers at once are not read. */
const maxReadAtOnce = 40;

/**
 * What earlier looks saw of each engine, which itself forgets. Each look writes a file with all that it knows, and removes the older ones that are in
 * it: several looks at once lose nothing of each other's, and none waits.
 */
export function openSeenEvents(
  folder: string,
  onCorrupt: (path: string) => void,
  onUnwritten: () => void,
): SeenEvents {
  const recordings = join(folder, 'recordings');
  /** What was read, by engine: it is in what will be kept. */
  const known = new Map<string, readonly string[]>();
  return {
    read: (engineId) => {
      const paths = namesIn(recordings)
        .filter((name) => name.startsWith(prefixOf(engineId)) && name.endsWith('.ndjson'))
        .slice(0, maxReadAtOnce)
        .map((name) => join(recordings, name));
      const found = paths.flatMap((path): [string, Recording][] => {
        const recording = readRecording(path);
        if (recording === 'corrupt') onCorrupt(path);
        return recording === null || recording === 'corrupt' || recording.engineId !== engineId
          ? []
          : [[path, recording]];
      });
      known.set(
        engineId,
        found.map(([path]) => path),
      );
      return found.map(([, recording]) => recording);
    },
    keep: (recording) => {
      const { engineId } = recording;
      const name = `${prefixOf(engineId)}${process.pid}-${randomBytes(4).toString('hex')}.ndjson`;
      const lines = linesOf(recording);
      if (!replaceLines(join(recordings, name), lines, 0o600)) {
        onUnwritten();
        return;
      }
      for (const path of known.get(engineId) ?? []) remove(path);
      known.set(engineId, [join(recordings, name)]);
      prune(recordings, name);
    },
  };
}

const prefixOf = (engineId: string): string =>
  `seen-${createHash('sha256').update(engineId).digest('hex').slice(0, 16)}-`;

function linesOf(recording: Recording) {
  let kept = recording;
  let lines = kept.events.map(eventLine);
  while (kept.events.length > 1 && JSON.stringify(lines).length > maxBytes) {
    kept = shortened(kept);
    lines = kept.events.map(eventLine);
  }
  return [headerLine('', kept.engineId, kept.since), ...lines, untilLine(kept.until)];
}

/** Those of engines that were not looked at for longest go first; so does what a killed look left half written. */
function prune(folder: string, newest: string): void {
  const names = namesIn(folder).filter((name) => name !== newest);
  if (names.length < maxFiles) return;
  const byAge = names
    .map((name) => join(folder, name))
    .toSorted((a, b) => ageOf(a) - ageOf(b) || (a < b ? -1 : 1));
  for (const path of byAge.slice(0, names.length - maxFiles + 1)) remove(path);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^seen-[0-9a-f]{16}-\d+-[0-9a-f]{8}\.ndjson/.test(name))
      .sort();
  } catch {
    return []; // nothing was kept yet
  }
}

function ageOf(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0; // another one has removed it
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return; // it is read again, and says nothing new
  }
}
