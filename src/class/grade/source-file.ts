import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { nearPath, storedPath } from '../../grading/stored-path';
import { decodeText } from '../../text/decode-text';
import { noText } from '../../text/file-trouble';
import { err, ok, type Result } from '../../text/result';

/** Why a file that an entry names is not used; `path` is as the roster has it. */
export interface SourceFileProblem {
  readonly code:
    | 'entry.bad-path'
    | 'entry.outside'
    | 'entry.no-such-file'
    | 'entry.not-a-file'
    | 'entry.unreadable'
    | 'entry.too-large';
  /** `detail`: the system's code; of a path that leads nowhere, what may have been meant. */
  readonly args: { readonly path: string; readonly detail: string };
}

export interface SourceFile {
  readonly text: string;
  /** Of the bytes, in hex. */
  readonly sha256: string;
}

/** Where the files of a class are. */
export interface SourceFolder {
  readonly folder: string;
  /** Absolute paths, `..` and links may lead out of the folder. */
  readonly allowOutside: boolean;
}

/** Where a path of the roster leads, links followed, if it may lead there. */
export function locate(
  path: string,
  { folder, allowOutside }: SourceFolder,
): Result<string, SourceFileProblem> {
  const problem = (code: SourceFileProblem['code'], detail = ''): Result<never, SourceFileProblem> =>
    err({ code, args: { path, detail } });
  if (path.trim() === '' || path.includes('\0')) return problem('entry.bad-path');
  const meant = resolve(folder, path);
  if (!allowOutside && !isWithin(folder, meant)) return problem('entry.outside');
  try {
    const real = realpathSync(storedPath(meant));
    return allowOutside || isWithin(realpathSync(folder), real) ? ok(real) : problem('entry.outside');
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? problem('entry.no-such-file', nearWithin(meant, path, { folder, allowOutside }))
      : problem('entry.unreadable', code);
  }
}

/** Reads a file of an entry once: what is judged is what was hashed. */
export function readSourceFile(
  path: string,
  folder: SourceFolder,
  maxBytes: number,
): Result<SourceFile, SourceFileProblem> {
  const problem = (code: SourceFileProblem['code'], detail = ''): Result<never, SourceFileProblem> =>
    err({ code, args: { path, detail } });
  const real = locate(path, folder);
  if (!real.ok) return real;
  try {
    // A pipe would be waited for; a link that appears only now is not followed.
    const handle = openSync(real.value, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return problem('entry.not-a-file');
      if (stat.size > maxBytes) return problem('entry.too-large', String(maxBytes));
      const bytes = readFileSync(handle);
      const text = decodeText(bytes);
      if (text === undefined) return problem('entry.unreadable', noText);
      return ok({ text, sha256: createHash('sha256').update(bytes).digest('hex') });
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return problem('entry.unreadable', codeOf(error));
  }
}

/** Nothing is told of what lies in a folder that the roster may not lead into. */
function nearWithin(meant: string, written: string, { folder, allowOutside }: SourceFolder): string {
  const parent = dirname(meant);
  try {
    const isOpen =
      allowOutside || parent === resolve(folder) || isWithin(realpathSync(folder), realpathSync(parent));
    return isOpen ? (nearPath(meant, written) ?? '') : '';
  } catch (error) {
    codeOf(error);
    return ''; // without its folder there is nothing near
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(resolve(folder), path);
  return way !== '' && way !== '..' && !way.startsWith(join('..', sep)) && !isAbsolute(way);
}

/** Not by `instanceof`: inside of Jest the errors of node come from another realm. */
function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}
