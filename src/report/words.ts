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
  readonly leftUndecided: string;
  readonly notBegun: string;
  /** Heads of the one thing to do now; of what there is when nothing is left, and when nothing can be done. */
  readonly next: string;
  readonly done: string;
  readonly doneMore: string;
  readonly nothingNow: string;
  readonly inFull: string;
  readonly begin: (readme: string) => string;
  /** Beside what the registry says, where others say it in its place. */
  readonly mirrors: (hosts: readonly string[]) => string;
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
    leftUndecided: 'Points en suspens, qui ne dépendent pas de vous :',
    notBegun: 'pas commencé',
    next: 'À faire maintenant',
    done: 'Tout est réussi. Bravo !',
    doneMore: 'Il ne reste rien à faire dans ce TP.',
    nothingNow: 'Rien à faire de votre côté pour l’instant.',
    inFull: 'Tout le détail : npm run grade -- ',
    begin: (readme) => `Commencez par ${readme}.`,
    mirrors: (hosts) =>
      `Ce moteur s’adresse à Docker Hub par ${hosts.length === 1 ? 'un miroir' : 'des miroirs'}\u00a0: ${hosts.join(', ')}.`,
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
    leftUndecided: 'Points that could not be checked, which is not up to you:',
    notBegun: 'not begun',
    next: 'Do this next',
    done: 'Everything passed. Well done!',
    doneMore: 'There is nothing left to do in this lab.',
    nothingNow: 'Nothing for you to do at the moment.',
    inFull: 'Everything in detail: npm run grade -- ',
    begin: (readme) => `Begin with ${readme}.`,
    mirrors: (hosts) =>
      `This engine asks Docker Hub through ${hosts.length === 1 ? 'a mirror' : 'mirrors'}: ${hosts.join(', ')}.`,
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
