import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { storedPath } from '../grading/stored-path';
import { err, ok, type Result } from '../text/result';
import type { SubmissionFile, SubmissionProblem } from './submission';

/** What a submission may be at most. A lab's own work is a few kilobytes; images are pulled, not handed in. */
export const most = { bytes: 8 * 1024 * 1024, files: 200, depth: 8, name: 200 } as const;

/** Repositories and packages are no part of what is graded. */
const leftOut = new Set(['.git', 'node_modules']);

export interface FilesRead {
  readonly isFolder: boolean;
  /** Sorted by path. */
  readonly files: readonly SubmissionFile[];
}

/** Reads a file, or a folder with all that is in it. Links that lead out of the folder, and what is no file, are refused. */
export function readFiles(path: string): Result<FilesRead, SubmissionProblem> {
  try {
    const root = realpathSync(storedPath(path));
    const isFolder = lstatSync(root).isDirectory();
    const files = isFolder ? readFolder(root) : [readOne(root, basename(path), most.bytes)];
    return ok({ isFolder, files });
  } catch (error) {
    if (error instanceof Refused) return err({ code: error.code, args: { path, detail: error.detail } });
    const code = codeOf(error);
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return err({
      code: isMissing ? 'submission.no-such-file' : 'submission.unreadable',
      args: { path, detail: code },
    });
  }
}

/** Carries the reason out of a folder's depths. */
class Refused extends Error {
  readonly code: SubmissionProblem['code'];
  readonly detail: string;
  constructor(code: SubmissionProblem['code'], detail: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

function readFolder(root: string): readonly SubmissionFile[] {
  const files: SubmissionFile[] = [];
  let left: number = most.bytes;
  const walk = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (leftOut.has(entry.name)) continue;
      const full = join(folder, entry.name);
      const path = relative(root, full).split(sep).join('/');
      if (entry.isDirectory()) {
        if (depth >= most.depth) throw new Refused('submission.too-many-files', path);
        walk(full, depth + 1);
        continue;
      }
      if (files.length >= most.files) throw new Refused('submission.too-many-files', String(most.files));
      const file = readOne(entry.isSymbolicLink() ? within(root, full, path) : full, path, left);
      left -= file.bytes.length;
      files.push(file);
    }
  };
  walk(root, 1);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where a link leads, which must be in the folder. */
function within(root: string, link: string, path: string): string {
  const target = realpathSync(link);
  if (!target.startsWith(root + sep)) throw new Refused('submission.link-outside', path);
  return target;
}

function readOne(file: string, path: string, left: number): SubmissionFile {
  if (path.length > most.name || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(path) || path.startsWith('-'))
    throw new Refused('submission.bad-name', path.slice(0, most.name));
  // A pipe would be waited for; a link that appears only now is not followed.
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new Refused('submission.not-a-file', path);
    if (stat.size > left) throw new Refused('submission.too-large', path);
    return { path, bytes: readFileSync(handle), isExecutable: (stat.mode & 0o100) !== 0 };
  } finally {
    closeSync(handle);
  }
}

/** Not by `instanceof`: inside of Jest the errors of node come from another realm. */
function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}
