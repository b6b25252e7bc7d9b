import type { Gradebook, GradebookLab, GradebookStudent, StudentLab } from '../gradebook';

/**
 * What can be imported without touching a mark that nobody decided. An import takes an empty cell for a change: Moodle deletes the earlier grade of an existing
 * item, and makes 0 of it in a new one; Canvas deletes it too. Therefore no cell is ever empty: the first part has those whose common labs all have a mark; all
 * other marks are in a part of their own for each lab.
 */
export interface ImportPart {
  /** Absent for the first part. */
  readonly only?: string;
  readonly labs: readonly TitledLab[];
  readonly rows: readonly ImportRow[];
}

export interface ImportRow {
  readonly student: GradebookStudent;
  /** One for each lab of the part, in its order. */
  readonly marks: readonly StudentLab[];
}

/** Importers match columns by their heads: no two may be alike. */
export interface TitledLab {
  readonly lab: GradebookLab;
  readonly head: string;
}

export function importParts({ labs, students }: Gradebook): readonly ImportPart[] {
  const titled = labs.map((lab) => ({ lab, head: headOf(lab, labs) }));
  const common = titled.filter(({ lab }) => lab.common);
  const whole = students.flatMap((student) => rowOf(student, common));
  const isWhole = new Set(whole.map(({ student }) => student));
  const rest = titled.map((lab): ImportPart => {
    const left = lab.lab.common ? students.filter((student) => !isWhole.has(student)) : students;
    return { only: lab.lab.id, labs: [lab], rows: left.flatMap((student) => rowOf(student, [lab])) };
  });
  return [{ labs: common, rows: whole }, ...rest];
}

/** The row of a student who has a mark in each of these labs. */
function rowOf(student: GradebookStudent, labs: readonly TitledLab[]): readonly ImportRow[] {
  const marks = labs.flatMap(({ lab: { id } }) =>
    student.labs.filter(({ lab, outcome }) => lab === id && outcome !== 'incomplete'),
  );
  return marks.length === labs.length && labs.length > 0 ? [{ student, marks }] : [];
}

/** Without the marks of code that titles may have. */
function headOf({ id, title }: GradebookLab, all: readonly GradebookLab[]): string {
  const plain = withoutMarkup(title.replaceAll('`', '').trim());
  const isAlone =
    all.filter((other) => withoutMarkup(other.title.replaceAll('`', '').trim()) === plain).length === 1;
  return plain !== '' && isAlone ? plain : `${plain} ${id}`.trim();
}

/** Feedback and names are shown as HTML there: what looks like a tag in them is written with other signs. */
export const withoutMarkup = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');

/** Two decimals, with a point: Moodle reads it in every language, Canvas shows it so. */
export const grade = (points: number): string => points.toFixed(2);
