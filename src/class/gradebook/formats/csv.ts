import { csvRow } from '../../../text/escape-csv';
import type { Gradebook, GradebookLab, GradebookStudent } from '../gradebook';

/** One row a student, for spreadsheets. A mark that is not decided is empty, never 0. */
export function csvGradebook({ labs, students }: Gradebook): string {
  const head = [
    ...['username', 'name', 'email', 'section', 'outcome', 'total', 'total max'],
    ...labs.flatMap(({ id }) => [id, `${id} max`, `${id} outcome`]),
    ...['missing', 'problem'],
  ];
  return csvRow(head) + students.map((student) => csvRow(cellsOf(student, labs))).join('');
}

function cellsOf(student: GradebookStudent, labs: readonly GradebookLab[]): (string | number)[] {
  const own = new Map(student.labs.map((lab) => [lab.lab, lab]));
  return [
    ...[student.id, student.name, student.email ?? '', student.section ?? '', student.outcome],
    ...[student.points ?? '', student.max ?? ''],
    ...labs.flatMap(({ id }) => {
      const lab = own.get(id);
      return lab ? [lab.outcome === 'incomplete' ? '' : lab.points, lab.max, lab.outcome] : ['', '', ''];
    }),
    ...[student.missing.join(' '), student.problem?.text ?? ''],
  ];
}
