import type { Outcome } from '../judge/verdict';
import type { Language } from '../text/language';

interface Words {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly expected: string;
  readonly seen: string;
  readonly semicolon: string;
  readonly course: string;
  readonly command: string;
  readonly bonus: string;
  readonly mark: string;
  readonly passMark: string;
  readonly reached: string;
  readonly below: string;
  readonly incomplete: string;
  readonly undecided: string;
  readonly left: string;
  readonly notBegun: string;
  readonly details: string;
  /** For a check that fails for the reason that another one, by its title, was told. */
  readonly sameCause: (title: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    outcome: {
      passed: 'réussi',
      failed: 'à revoir',
      blocked: 'en attente',
      excused: 'dispensé',
      error: 'indécis',
    },
    expected: 'attendu :',
    seen: 'constaté :',
    semicolon: ' ;',
    course: 'Dans le cours :',
    command: 'Commande :',
    bonus: 'bonus',
    mark: 'Note',
    passMark: 'seuil de réussite',
    reached: 'atteint',
    below: 'pas encore atteint',
    incomplete:
      'Note incomplète : un point au moins n’a pas pu être vérifié. Ce n’est pas votre faute, et aucun point n’est perdu.',
    undecided: 'indécis',
    left: 'Points encore à gagner :',
    notBegun: 'pas commencé',
    details: 'Le détail d’un TP : npm run grade -- ',
    sameCause: (title) => `Même cause que plus haut, à « ${title} ».`,
  },
  en: {
    outcome: { passed: 'passed', failed: 'to do', blocked: 'waiting', excused: 'excused', error: 'unknown' },
    expected: 'expected:',
    seen: 'seen:',
    semicolon: ';',
    course: 'In the course:',
    command: 'Command:',
    bonus: 'bonus',
    mark: 'Mark',
    passMark: 'pass mark',
    reached: 'reached',
    below: 'not reached yet',
    incomplete:
      'Incomplete: at least one point could not be checked. This is not your fault, and no point is lost.',
    undecided: 'unknown',
    left: 'Points still to gain:',
    notBegun: 'not begun',
    details: 'A lab in full: npm run grade -- ',
    sameCause: (title) => `Same cause as above, at "${title}".`,
  },
};

export const signs: Readonly<Record<Outcome, string>> = {
  passed: '✔',
  failed: '✘',
  blocked: '…',
  excused: '–',
  error: '?',
};
