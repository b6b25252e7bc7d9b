import { csvRow } from '../../../text/escape-csv';
import { grade, withoutMarkup, type ImportPart } from './import-parts';

/**
 * For Moodle's import of a CSV file, where columns are mapped by hand: user name or e-mail address to the user, then a grade and a feedback for each lab.
 * Source: moodle/moodle, grade/import/csv/classes/load_data.php.
 */
export const moodleGradebook = ({ labs, rows }: ImportPart): string =>
  csvRow([
    ...['Username', 'Email address'],
    ...labs.flatMap(({ head, lab }) => [`${head} (${lab.max})`, `${head} feedback`]),
  ]) +
  rows
    .map(({ student, marks }) =>
      csvRow([
        ...[student.id, withoutMarkup(student.email ?? '')],
        ...marks.flatMap(({ points, reasons }) => [grade(points), withoutMarkup(reasons.join(' '))]),
      ]),
    )
    .join('');

/** Moodle refuses the whole file for one grade above it, unless its administrator allows that. */
export const mostInMoodle = 100;
