import type { Language } from '../../../../text/language';
import { escapeTerminal } from '../../../../text/terminal';
import type { Gradebook, GradebookStudent, StudentLab } from '../../gradebook';
import { number } from './say';
import { gradebookWords } from './words';

export const pageSize = 50;

/** What the page's script sorts, searches and shows; texts are visible characters, and are set as text. */
export interface TableData {
  readonly language: Language;
  readonly pageSize: number;
  readonly words: { readonly page: string; readonly found: string };
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

interface Column {
  readonly name: string;
  readonly title?: string;
  /** How it is laid out and sorted. */
  readonly kind: 'text' | 'number';
  readonly isHead: boolean;
}

interface TableRow {
  readonly outcome: GradebookStudent['outcome'];
  readonly cells: readonly Cell[];
}

/** Text; the number to sort by, which is also shown where the text is empty; what stands small behind it; a class. */
type Cell = readonly [string, (number | null)?, string?, string?];

export function tableData({ language, labs, students }: Gradebook): TableData {
  const words = gradebookWords[language];
  const hasSections = students.some(({ section }) => section !== undefined);
  return {
    language,
    pageSize,
    words: { page: words.page, found: words.found },
    columns: [
      { name: words.student, kind: 'text', isHead: true },
      ...(hasSections ? [{ name: words.section, kind: 'text', isHead: false } as const] : []),
      ...labs.map(
        ({ id, title, max }) =>
          ({
            name: `${escapeTerminal(id)} / ${number(max, language)}`,
            title: escapeTerminal(title),
            kind: 'number',
            isHead: false,
          }) as const,
      ),
      { name: words.total, kind: 'number', isHead: false },
      { name: words.state, kind: 'text', isHead: false },
    ],
    rows: students.map((student) => ({
      outcome: student.outcome,
      cells: [
        [escapeTerminal(student.name), null, escapeTerminal(student.id)],
        ...(hasSections ? [[escapeTerminal(student.section ?? '')] as const] : []),
        ...labs.map(({ id }) =>
          labCell(
            student.labs.find(({ lab }) => lab === id),
            language,
          ),
        ),
        totalCell(student, language),
        [words.outcome[student.outcome], null, '', student.outcome],
      ],
    })),
  };
}

function labCell(lab: StudentLab | undefined, language: Language): Cell {
  if (lab === undefined) return ['–', null];
  const { points, undecided, outcome } = lab;
  const waiting = `${number(undecided, language)} ${gradebookWords[language].undecided}`;
  return outcome === 'incomplete' ? ['…', null, waiting, outcome] : ['', points, '', outcome];
}

const totalCell = ({ points, max }: GradebookStudent, language: Language): Cell =>
  points === undefined || max === undefined
    ? ['–', null]
    : ['', points, `/ ${number(max, language)}`, 'total'];
