import { basename } from 'node:path';

/** Runs all labs; comes last, since the outcomes of hand-written graders are facts that labs are judged by. */
const labsGrader = /^labs\.grader\.[cm]?[jt]s$/;

export const isLabsGrader = (path: string): boolean => labsGrader.test(basename(path));

/** Hand-written graders by path, then the labs. */
export function inGraderOrder<T extends { readonly path: string }>(tests: readonly T[]): T[] {
  const rank = ({ path }: T): number => (isLabsGrader(path) ? 1 : 0);
  return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
