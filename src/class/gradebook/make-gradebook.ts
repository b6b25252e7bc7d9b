import { markStatistics } from './statistics/marks';
import type { Language } from '../../text/language';
import type { Accumulator } from './accumulate';
import { changesSince, type Earlier } from './changes';
import { copiesAmong } from './copies';
import type { Gradebook } from './gradebook';
import { labsOf } from './labs-of';
import { studentOf } from './student-of';
import { byText } from './tally';

export interface GradebookContext {
  readonly language: Language;
  readonly grader: string;
  readonly earlier?: Earlier;
}

/** The gradebook of all that was read. In whatever order it was read, the same comes out. */
export function makeGradebook(all: Accumulator, { language, grader, earlier }: GradebookContext): Gradebook {
  const rows = [...all.rows].sort((a, b) => byText(a.student.id, b.student.id));
  const labs = labsOf(all.labs, rows);
  const students = rows.map((row) => studentOf(row, labs));
  const until = rows.map(({ gradedAt }) => gradedAt).reduce((a, b) => (a > b ? a : b), '');
  const notRead = [...all.notRead].sort((a, b) => byText(a.file, b.file));
  const percents = students.flatMap(({ points, max }) =>
    points === undefined || max === undefined || max === 0 ? [] : [(points / max) * 100],
  );
  return {
    vigie: 'gradebook',
    version: 1,
    language,
    grader,
    ...(until !== '' && { until }),
    labs,
    total: markStatistics(percents, 100),
    students,
    notRead,
    copies: copiesAmong(rows),
    ...(earlier && { changes: changesSince(earlier, students, notRead) }),
  };
}
