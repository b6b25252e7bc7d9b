import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Jest keeps compiled graders and its file map: code that will be run, so never in a folder that somebody else can write, as
 * a fixed name in the temporary folder would be. Without a usable home it is a fresh folder, which costs a compilation.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(base, 'vigie', 'jest');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isPrivate(folder)) return folder;
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
  return mkdtempSync(join(tmpdir(), 'vigie-jest-'));
}

function isPrivate(folder: string): boolean {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  // Windows has no owner ids: a profile folder is the user's own there.
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}

const isFileError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
