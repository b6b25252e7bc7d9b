import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isLabsGrader } from './grader-order';

const grader = /\.grader\.[cm]?[jt]s$/;

export interface GraderFile {
  readonly path: string;
  readonly source: string;
}

/** Hand-written graders in these folders, not below them; a file is taken as it is. A missing folder has none. */
export function findGraders(places: readonly string[]): GraderFile[] {
  const paths = places.flatMap((place) => {
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found?.isDirectory()) return found ? [place] : [];
    return readdirSync(place)
      .filter((name) => grader.test(name) && !isLabsGrader(name))
      .sort()
      .map((name) => join(place, name));
  });
  return [...new Set(paths)].map((path) => ({ path, source: readFileSync(path, 'utf8') }));
}

/**
 * The graders that may hold these tests: each file costs a sandbox, so those that do not name any of them are left out. A title that no
 * file holds as it is may be put together at run time: then all of them.
 */
export function gradersFor(titles: readonly string[], files: readonly GraderFile[]): GraderFile[] {
  const found = titles.map((title) => files.filter(({ source }) => source.includes(title)));
  if (found.some((holding) => holding.length === 0)) return [...files];
  const wanted = new Set(found.flat());
  return files.filter((file) => wanted.has(file));
}
