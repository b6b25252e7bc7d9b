import type { Gradebook, GradebookLab } from '../class/gradebook/gradebook';
import { formatNumber } from '../text/number';
import type { Language } from '../text/language';

/** A class in a few lines of Markdown, without anybody’s name. */
export function classSummary({ labs, students }: Gradebook, language: Language): string {
  const word = words[language];
  const incomplete = students.filter(({ outcome }) => outcome === 'incomplete').length;
  const rows = labs.map((lab) => `| ${cellsOf(lab, language).join(' | ')} |`);
  return [
    `## ${word.title}`,
    '',
    word.counts(students.length, incomplete),
    '',
    ...(rows.length > 0
      ? [`| ${word.head.join(' | ')} |`, '| :-- | --: | --: | --: | --: | :-- |', ...rows, '']
      : []),
  ].join('\n');
}

function cellsOf(lab: GradebookLab, language: Language): readonly string[] {
  const { marks, max, reached, incomplete, checks } = lab;
  const points = (value: number | undefined): string =>
    value === undefined ? '–' : `${formatNumber(value, language)} / ${formatNumber(max, language)}`;
  const hardest = checks
    .filter(({ difficulty, hidden }) => difficulty !== undefined && !hidden)
    .sort((one, other) => (one.difficulty ?? 1) - (other.difficulty ?? 1))[0];
  return [
    asCode(lab.id),
    `${reached} / ${marks.count}`,
    points(marks.mean),
    points(marks.median),
    String(incomplete),
    hardest === undefined ? '–' : asCode(hardest.id),
  ];
}

/** Ids come from reports, which may be anybody’s: as code nothing in them is Markdown. */
const asCode = (id: string): string => `\`${id.replace(/[^\w.:/ -]/g, '·')}\``;

const words: Readonly<
  Record<
    Language,
    {
      readonly title: string;
      readonly counts: (students: number, incomplete: number) => string;
      readonly head: readonly string[];
    }
  >
> = {
  fr: {
    title: 'Carnet de notes',
    counts: (students, incomplete) =>
      `Étudiants : ${students}. Sans note complète : ${incomplete}. Le carnet lui-même est dans l’artefact de cette exécution.`,
    head: ['TP', 'seuil atteint', 'moyenne', 'médiane', 'incomplets', 'vérification la plus difficile'],
  },
  en: {
    title: 'Gradebook',
    counts: (students, incomplete) =>
      `Students: ${students}. Without a complete mark: ${incomplete}. The gradebook itself is in the artifact of this run.`,
    head: ['lab', 'pass mark reached', 'mean', 'median', 'incomplete', 'hardest check'],
  },
};
