import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { addWhole, writeWhole as writeWholeFile } from '../../grading/write-file';
import { decodeText } from '../../text/decode-text';
import { err, ok, type Result } from '../../text/result';
import { troubleOf } from '../../text/file-trouble';

/** Results or evidence could not be kept: nothing can go on. */
export interface FolderProblem {
  readonly code: 'results.unreadable' | 'results.unwritable';
  readonly args: { readonly path: string; readonly detail: string };
}

/** A result has the reports of a student's labs in it, each of at most 32 MiB. */
export const maxResultBytes = 128 * 1024 * 1024;

/** Whole or not at all. */
export const writeWhole = (path: string, text: string): Result<void, FolderProblem> =>
  written(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeWholeFile(path, text);
  });

/** Adds to a file that is not yet in its place. */
export const addText = (path: string, text: string): Result<void, FolderProblem> =>
  written(path, () => {
    addWhole(path, text);
  });

export const copyWhole = (from: string, path: string): Result<void, FolderProblem> =>
  written(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeWholeFile(path, readFileSync(from));
  });

export const makeFolder = (path: string): Result<void, FolderProblem> =>
  written(path, () => void mkdirSync(path, { recursive: true }));

export const removeFile = (path: string): Result<void, FolderProblem> =>
  written(path, () => {
    rmSync(path, { force: true });
  });

export const moveFolder = (from: string, to: string): Result<void, FolderProblem> =>
  written(to, () => {
    renameSync(from, to);
  });

export const removeFolder = (path: string): Result<void, FolderProblem> =>
  written(path, () => {
    rmSync(path, { recursive: true, force: true });
  });

/** The text of a plain file, or undefined where there is none of at most `maxBytes`. */
export function textOfFile(path: string, maxBytes: number): string | undefined {
  try {
    const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      return stat.isFile() && stat.size <= maxBytes ? decodeText(readFileSync(handle)) : undefined;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    codeOf(error);
    return undefined; // the caller says what is missing
  }
}

/** Ids for which a folder has a file `<id>.json`, sorted; none where there is no folder. */
export function idsIn(folder: string): Result<readonly string[], FolderProblem> {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    return ok(names.map((name) => name.slice(0, -'.json'.length)).sort());
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ok([]);
    return err({ code: 'results.unreadable', args: { path: folder, detail: troubleOf(error) } });
  }
}

export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Names in a folder; undefined where there is none. */
export function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    codeOf(error);
    return undefined; // the caller says what that means
  }
}

/** Where a folder of results keeps what it knows of one student. */
export const studentsFolder = (folder: string): string => join(folder, 'students');
export const studentFile = (folder: string, id: string): string => join(studentsFolder(folder), `${id}.json`);
export const incompleteFile = (folder: string, id: string): string =>
  join(folder, 'incomplete', `${id}.json`);
export const evidenceFile = (folder: string, id: string): string => join(folder, 'evidence', `${id}.json`);

function written(path: string, write: () => void): Result<void, FolderProblem> {
  try {
    write();
    return ok(undefined);
  } catch (error) {
    codeOf(error);
    return err({ code: 'results.unwritable', args: { path, detail: troubleOf(error) } });
  }
}

/** What the system says; anything else is a bug. Not by `instanceof`: inside of Jest these errors come from another realm. */
function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}
