import type { Language } from '../../../text/language';

interface MarkdownWords {
  readonly task: string;
  readonly outcome: string;
  readonly points: string;
  readonly evidence: string;
  readonly shortened: string;
  readonly cut: string;
}

export const markdownWords: Readonly<Record<Language, MarkdownWords>> = {
  fr: {
    task: 'Tâche',
    outcome: 'Résultat',
    points: 'Points',
    evidence: 'Ce qui était attendu et ce qui a été constaté',
    shortened: 'Ce résumé est abrégé pour que GitHub l’accepte ; le rapport a tous les détails.',
    cut: 'Le reste ne tient pas dans ce résumé ; il est dans le rapport.',
  },
  en: {
    task: 'Task',
    outcome: 'Outcome',
    points: 'Points',
    evidence: 'What was expected and what was seen',
    shortened: 'This summary is shortened so that GitHub takes it; the report has every detail.',
    cut: 'The rest does not fit into this summary; it is in the report.',
  },
};
