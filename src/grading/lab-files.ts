import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileProblem, type Problem } from '../spec/problem';
import { meantLabs, nearestLab, wholeNames } from './meant-labs';
import { sameName, storedPath } from './stored-path';
import { decodeText } from '../text/decode-text';
import { err, ok, type Result } from '../text/result';

/** A lab's file, not yet understood. */
export interface LabFile {
  readonly text: string;
  /** `sha256:…` of the bytes. */
  readonly hash: string;
}

/** A lab that was found; `file` is its path as shown to people, relative to the working directory. */
export interface FoundLab {
  readonly path: string;
  readonly file: string;
  /** Its folder has a YAML file, but none of the right name. */
  readonly problem?: Problem;
}

export const maxLabBytes = 1024 * 1024;
const labFileName = 'lab.yaml';

/** Reads a lab's file, at most a mebibyte of it. `shown` is its path for people. */
export function readLabFile(path: string, shown: string): Result<LabFile, Problem> {
  try {
    // Asked first: opening a pipe waits for somebody to write.
    const stat = statSync(path);
    if (!stat.isFile()) return err(fileProblem(shown, 'lab.not-a-file', {}));
    if (stat.size > maxLabBytes) return err(fileProblem(shown, 'lab.too-large', { limit: maxLabBytes }));
    const bytes = readAtMost(path, maxLabBytes + 1);
    if (bytes.length > maxLabBytes) return err(fileProblem(shown, 'lab.too-large', { limit: maxLabBytes }));
    const text = decodeText(bytes);
    if (text === undefined) return err(fileProblem(shown, 'lab.binary', {}));
    return ok({ text, hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` });
  } catch (error) {
    return err(systemProblem(error, path, shown));
  }
}

/**
 * The labs that are meant: those named, by id, as ids are said or by path, in that order and each once; without names all of the folder, sorted. Says of
 * every name that leads nowhere, or to several, so.
 */
export function findLabs(
  names: readonly string[],
  folder: string,
  cwd: string = process.cwd(),
): Result<readonly FoundLab[], readonly Problem[]> {
  const found = (path: string): FoundLab => ({ path, file: relative(cwd, path) || path });
  const base = storedPath(resolve(cwd, folder));
  const ids = listFolder(base, folder);
  if (names.length === 0) {
    if (!ids.ok) return err([ids.error]);
    const labs = ids.value.filter(({ hasLab, hasYaml }) => hasLab || hasYaml);
    if (labs.length === 0) return err([fileProblem(folder, 'lab.no-labs', { folder })]);
    return ok(
      labs.map(({ id, hasLab }) => {
        const lab = found(join(base, id, labFileName));
        if (hasLab) return lab;
        return {
          ...lab,
          problem: fileProblem(join(folder, id), 'lab.no-file', { folder: join(folder, id) }),
        };
      }),
    );
  }
  const known = ids.ok ? ids.value.filter(({ hasLab }) => hasLab).map(({ id }) => id) : [];
  const labs = new Map<string, FoundLab>();
  const problems: Problem[] = [];
  const add = (path: string): void => void labs.set(path, found(path));
  for (const name of new Set(wholeNames(names, known))) {
    const same = sameName(name, known);
    const isFolder = ids.ok && ids.value.some(({ id }) => id === name);
    const meant = same === undefined && !isFolder ? meantLabs(name, known) : [same ?? name];
    const [id, other] = meant;
    if (isPath(name)) add(labFileOf(storedPath(resolve(cwd, name))));
    else if (!ids.ok) return err([ids.error]);
    else if (other !== undefined) problems.push(fileProblem(folder, 'lab.several-meant', { name, meant }));
    else if (id === undefined) problems.push(noSuchLab(name, folder, known));
    else if (known.includes(id)) add(join(base, id, labFileName));
    else problems.push(fileProblem(join(folder, id), 'lab.no-file', { folder: join(folder, id) }));
  }
  return problems.length > 0 ? err(problems) : ok([...labs.values()]);
}

const isPath = (name: string): boolean => /[\\/]|\.ya?ml$|^\.+$/.test(name);

/** A path may lead to the file or to the folder that it is in. */
function labFileOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() ? join(path, labFileName) : path;
}

function noSuchLab(name: string, folder: string, known: readonly string[]): Problem {
  const near = nearestLab(name, known);
  return fileProblem(folder, 'lab.no-such-lab', {
    name,
    known,
    ...(near !== undefined && { nearest: near }),
  });
}

interface FolderEntry {
  readonly id: string;
  readonly hasLab: boolean;
  /** Perhaps a lab whose file has the wrong name. */
  readonly hasYaml: boolean;
}

function listFolder(path: string, shown: string): Result<readonly FolderEntry[], Problem> {
  try {
    const entries = readdirSync(path)
      .filter((id) => !id.startsWith('.'))
      .sort()
      .flatMap((id): FolderEntry[] => {
        const files = filesIn(join(path, id));
        if (files === undefined) return [];
        return [
          { id, hasLab: files.includes(labFileName), hasYaml: files.some((file) => /\.ya?ml$/i.test(file)) },
        ];
      });
    return ok(entries);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return err(fileProblem(shown, 'lab.no-labs-folder', { folder: shown }));
    return err(systemProblem(error, path, shown));
  }
}

/** Names in a folder, or undefined for what is no folder or cannot be looked into. */
function filesIn(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

function readAtMost(path: string, limit: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(limit);
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, length, limit - length, null);
      length += read;
      if (read === 0 || length === limit) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function systemProblem(error: unknown, path: string, shown: string): Problem {
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (code === 'ELOOP') return fileProblem(shown, 'lab.symlink-loop', {});
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    if (basename(path) === labFileName) return fileProblem(shown, 'lab.no-file', { folder: dirname(shown) });
    return fileProblem(shown, 'lab.no-such-file', {});
  }
  return fileProblem(shown, 'lab.unreadable', { reason: code });
}

/** Not by `instanceof`: inside of Jest the errors of node come from another realm. */
function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
