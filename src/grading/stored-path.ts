import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../text/nearest';

/** Comparing costs, and who looks through more is not helped by one name. */
const mostNames = 2000;

/**
 * The path under which a file is stored, where it is not stored as it is written: macOS and some archives decompose `é` into two characters, which
 * look the same and are another name to the file system. What is there as written is taken as written; so is what is nowhere.
 */
export function storedPath(path: string): string {
  if (isThere(path)) return path;
  const folder = dirname(path);
  if (folder === path) return path;
  const stored = storedPath(folder);
  // As written it is not there, unless its folder is called otherwise.
  const name = basename(path);
  if (stored !== folder && isThere(join(stored, name))) return join(stored, name);
  const same = sameName(name, namesIn(stored));
  return same === undefined ? path : join(stored, same);
}

/** The one name that is the same but for how its accents are stored; of several none is meant more than the others. */
export function sameName(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  if (isAscii(name)) return undefined;
  const composed = name.normalize('NFC');
  const same = names.filter((one) => one.normalize('NFC') === composed);
  return same.length === 1 ? same[0] : undefined;
}

/** What is there under a name like that of a path that leads nowhere, as the path would be written. */
export function nearPath(path: string, written: string): string | undefined {
  const names = namesIn(storedPath(dirname(path)));
  if (names.length > mostNames) return undefined;
  const near = nearest(
    basename(path).normalize('NFC'),
    names.map((name) => name.normalize('NFC')),
  );
  return near === undefined ? undefined : join(dirname(written), near);
}

const isAscii = (name: string): boolean => /^[ -~]*$/.test(name);

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    // Whoever opens it says what is wrong with it.
    return codeOf(error) !== 'ENOENT';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    codeOf(error);
    return []; // a folder that cannot be looked into has no names to offer
  }
}

/** Not by `instanceof`: inside of Jest the errors of node come from another realm. */
function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}
