import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFolder } from '../collect/connect/world';

export interface CacheFolder {
  readonly path: string;
  /** When Jest is done with it. */
  readonly release: () => void;
}

/**
 * Where Jest keeps compiled graders and its file map: code that will be run, so never in a folder that somebody else can write, as
 * a fixed name in the temporary folder would be. Without a usable home (read-only, full, another's) it is a fresh folder for this run alone, which costs a
 * compilation; undefined where nothing can be kept at all.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): CacheFolder | undefined {
  const base = env['XDG_CACHE_HOME'] || join(homeFolder(), '.cache');
  const own = usable(() => {
    const path = join(base, 'vigie', 'jest');
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return isPrivate(path) ? path : undefined;
  });
  if (own !== undefined) return { path: own, release: () => undefined };
  const fresh = usable(() => mkdtempSync(join(tmpdir(), 'vigie-jest-')));
  if (fresh === undefined) return undefined;
  return {
    path: fresh,
    release: () => {
      rmSync(fresh, { recursive: true, force: true });
    },
  };
}

/** More than Jest writes there for the graders of a course. */
const needed = Buffer.alloc(256 * 1024);

/** The folder, if what Jest needs can be written there; Jest itself breaks off where it cannot. */
function usable(find: () => string | undefined): string | undefined {
  try {
    const path = find();
    if (path === undefined) return undefined;
    const trial = join(path, `.trial-${process.pid}`);
    try {
      writeFileSync(trial, needed, { flag: 'wx' });
    } finally {
      rmSync(trial, { force: true });
    }
    return path;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}

function isPrivate(folder: string): boolean {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  // Windows has no owner ids: a profile folder is the user's own there.
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}

const isFileError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
