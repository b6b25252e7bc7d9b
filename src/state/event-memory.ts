import { tmpdir, userInfo } from 'node:os';
import type { EventMemory } from '../collect/looking';
import { openOwnCalls } from './own-calls';
import { readRecording, recordingPath } from './recording-file';
import { openSeenEvents } from './seen-events';
import { stateFolder } from './state-folder';

export interface MemoryOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Told once of each file that should hold a recording and does not: grading goes on without it. */
  readonly onCorrupt?: (path: string) => void;
  /** Told once where nothing can be kept: the next look will not know what this one saw. */
  readonly onUnwritten?: (folder: string) => void;
  readonly temporary?: string;
  readonly now?: () => number;
}

/** What is remembered between runs, in files of this user. Nothing is written before an engine’s events are read. */
export function openEventMemory(options: MemoryOptions): EventMemory {
  const { env, home, onCorrupt, onUnwritten, temporary = tmpdir(), now = Date.now } = options;
  const folder = stateFolder(env, home);
  let isTold = false;
  const notKept = (): void => {
    if (!isTold) onUnwritten?.(folder);
    isTold = true;
  };
  const ledger = openOwnCalls(folder, temporary, userName(), now, notKept);
  const told = new Set<string>();
  return {
    recording: (endpoint) => {
      const path = recordingPath(folder, endpoint);
      const recording = readRecording(path);
      if (recording !== 'corrupt') return recording;
      if (!told.has(path)) onCorrupt?.(path);
      told.add(path);
      return null;
    },
    ownCalls: ledger.all,
    seen: openSeenEvents(
      folder,
      (path) => {
        if (!told.has(path)) onCorrupt?.(path);
        told.add(path);
      },
      notKept,
    ),
    owning: ledger.owning,
  };
}

/** Part of a file's name. Windows has no user IDs. */
function userName(): string {
  return process.getuid ? String(process.getuid()) : userInfo().username.replace(/\W/g, '-').slice(0, 32);
}
