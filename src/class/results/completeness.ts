import type { ClassResult } from '../class-result';

/** Whether there is a mark: no trouble with the entry, and every check of every lab was decided. */
export const isComplete = ({ reports, problem }: ClassResult): boolean =>
  problem === undefined && reports?.every(({ outcome }) => outcome !== 'incomplete') === true;

/** The same but for when it was found out. */
export const isSameResult = (a: ClassResult, b: ClassResult): boolean =>
  JSON.stringify({ ...a, gradedAt: '' }) === JSON.stringify({ ...b, gradedAt: '' });
