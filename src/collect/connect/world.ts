import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';

/** What a path is; `code` is the error's, such as `ENOENT` or `EACCES`. */
export type Stat =
  | {
      readonly type: 'socket' | 'file' | 'directory' | 'other';
      readonly uid: number;
      readonly gid: number;
      readonly mode: number;
    }
  | { readonly code: string };

/** What finding an engine reads of this machine; tests give one made of plain objects. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  readonly platform: string;
  /** Absent on Windows, as the next one. */
  readonly uid?: number;
  /** All groups of this session. */
  readonly groups?: readonly number[];
  readFile(path: string): { readonly text: string } | { readonly code: string };
  /** Follows symbolic links. */
  stat(path: string): Stat;
  /** Names in a folder; none when it cannot be read. */
  list(path: string): readonly string[];
}

/** This user's home; the root folder where the system knows of none, as for a user who is a number only (`docker run --user 1234`). */
export function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '/'; // no HOME, and nobody of that number in /etc/passwd
  }
}

/** This machine, as this process sees it. */
export function thisWorld(): World {
  return {
    env: process.env,
    homedir: homeFolder(),
    platform: process.platform,
    ...(process.getuid && { uid: process.getuid() }),
    ...(process.getgroups && { groups: process.getgroups() }),
    readFile: (path) => attempt(() => ({ text: readFileSync(path, 'utf8') })),
    stat: (path) =>
      attempt(() => {
        const found = statSync(path);
        const type = found.isSocket()
          ? 'socket'
          : found.isFile()
            ? 'file'
            : found.isDirectory()
              ? 'directory'
              : 'other';
        return { type, uid: found.uid, gid: found.gid, mode: found.mode & 0o7777 };
      }),
    list: (path) => {
      const names = attempt(() => readdirSync(path));
      return 'code' in names ? [] : names;
    },
  };
}

function attempt<T extends object>(read: () => T): T | { readonly code: string } {
  try {
    return read();
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' }; // node:fs throws nothing else
  }
}
