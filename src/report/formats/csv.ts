import { csvRow } from '../../text/escape-csv';
import type { ShownReport } from '../shown/shown-report';
import type { Format, Surroundings } from './format';

const head = [
  'username',
  'lab',
  'title',
  'grade',
  'points',
  'max',
  'undecided',
  'pass',
  'outcome',
  'takenAt',
  'labHash',
  'grader',
];

/**
 * One row a lab, for spreadsheets and for Moodle's import, which maps columns by hand: `username` to its user, `grade` to a grade. The grade of an incomplete
 * report is empty: it is no 0. Moodle's import takes such a cell for "no grade" and clears what is there, so a gradebook leaves those rows out.
 */
export const csv: Format = (reports, surroundings) =>
  csvRow(head) + reports.map((report) => csvRow(cellsOf(report, surroundings))).join('');

const cellsOf = (
  { lab, points, max, undecided, outcome, takenAt, grader }: ShownReport,
  surroundings: Surroundings,
): (string | number)[] => [
  userOf(surroundings),
  lab.id,
  lab.title,
  outcome === 'incomplete' ? '' : points,
  points,
  max,
  undecided,
  lab.pass,
  outcome,
  takenAt,
  lab.hash,
  grader,
];

/** Who submitted, as far as the runner tells: Classroom 50's owner, else who started the run in GitHub Actions. */
const userOf = ({ OWNER, GITHUB_ACTOR }: Surroundings): string => OWNER ?? GITHUB_ACTOR ?? '';
