import type { Outcome } from '../../../judge/verdict';
import type { Language } from '../../../text/language';

interface PageWords {
  readonly labs: string;
  readonly worth: (points: string, isOne: boolean) => string;
  readonly steps: string;
  readonly above: string;
  readonly evidence: string;
  readonly facts: string;
  readonly about: string;
  readonly pass: string;
  readonly reached: string;
  readonly below: string;
  readonly incomplete: string;
  readonly of: string;
  readonly undecided: string;
  readonly engine: string;
  readonly mirrors: string;
  readonly endpoint: string;
  readonly looked: string;
  readonly lab: string;
  readonly hash: string;
  readonly grader: string;
  readonly months: readonly string[];
  /** How many steps of an outcome there are. */
  readonly count: Readonly<Record<Outcome, (count: number) => string>>;
}

const s = (count: number): string => (count > 1 ? 's' : '');

/** What only the page says; the rest is in `report/words`. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  fr: {
    labs: 'Mes travaux pratiques',
    worth: (points, isOne) => `jusqu’à ${points} point${isOne ? '' : 's'} à gagner`,
    steps: 'Les étapes',
    above: 'Expliqué plus haut, sous « À faire maintenant ».',
    evidence: 'Ce qui a été constaté',
    facts: 'Faits examinés :',
    about: 'D’où vient cette note',
    pass: 'seuil',
    reached: 'Seuil de réussite atteint',
    below: 'Seuil de réussite pas encore atteint',
    incomplete: 'Note incomplète',
    of: 'sur',
    undecided: 'en suspens',
    engine: 'Moteur',
    mirrors: 'Miroirs du registre',
    endpoint: 'Adresse',
    looked: 'Examiné',
    lab: 'Énoncé',
    hash: 'Empreinte',
    grader: 'Correcteur',
    months: 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(','),
    count: {
      passed: (count) => `${count} réussie${s(count)}`,
      failed: (count) => `${count} à revoir`,
      blocked: (count) => `${count} en attente`,
      excused: (count) => `${count} dispensée${s(count)}`,
      error: (count) => `${count} indécise${s(count)}`,
    },
  },
  en: {
    labs: 'My labs',
    worth: (points, isOne) => `up to ${points} point${isOne ? '' : 's'} to gain`,
    steps: 'The steps',
    above: 'Explained above, under “Do this next”.',
    evidence: 'What was found',
    facts: 'Facts looked at:',
    about: 'Where this mark comes from',
    pass: 'pass mark',
    reached: 'Pass mark reached',
    below: 'Pass mark not reached yet',
    incomplete: 'Incomplete mark',
    of: 'out of',
    undecided: 'undecided',
    engine: 'Engine',
    mirrors: 'Mirrors of the registry',
    endpoint: 'Address',
    looked: 'Looked at',
    lab: 'Lab',
    hash: 'Hash',
    grader: 'Grader',
    months: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
      ',',
    ),
    count: {
      passed: (count) => `${count} passed`,
      failed: (count) => `${count} to do`,
      blocked: (count) => `${count} waiting`,
      excused: (count) => `${count} excused`,
      error: (count) => `${count} unknown`,
    },
  },
};
