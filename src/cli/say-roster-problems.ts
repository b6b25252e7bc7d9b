import type { RosterProblem } from '../class/roster/problem';
import { rosterText } from '../class/roster/words';
import { formatPlaced } from '../spec/format-problems';
import type { Io } from './io';

/** More than anybody mends in one go. */
const listed = 50;

/** What is wrong with a roster as a whole, each with its place. */
export const sayRosterProblems = (problems: readonly RosterProblem[], io: Io): string =>
  problems
    .slice(0, listed)
    .map((problem) => formatPlaced(problem, rosterText(problem, io.language), { color: io.color }))
    .join('');
