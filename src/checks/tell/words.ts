import type { Language } from '../../text/language';
import type { MatcherName } from '../match/matchers';

/** `is` a value has, `isnt` it has not: `begins with`, `does not begin with`. */
export interface Verb {
  readonly is: string;
  readonly isnt: string;
}

/** One of several: `une ligne`, `aucune ligne`. */
export interface Noun {
  readonly a: string;
  readonly no: string;
}

interface TellWords {
  readonly nothing: string;
  readonly anything: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly exists: string;
  readonly absent: string;
  readonly that: string;
  readonly equals: Verb;
  readonly contains: Verb;
  readonly begins: Verb;
  readonly ends: Verb;
  readonly word: string;
  readonly then: string;
  readonly anyCase: string;
  readonly ofTheLab: Verb;
  readonly element: Noun;
  readonly semicolon: string;
  readonly colon: string;
  /** A phrase about a single value, denied; about one of several. */
  readonly but: (value: string) => string;
  readonly not: (value: string) => string;
  readonly notAll: (list: string) => string;
  readonly neither: (values: readonly string[]) => string;
  readonly only: (list: string) => string;
  readonly notOnly: (list: string) => string;
  readonly inOrder: (list: string) => string;
  readonly sameAs: (attribute: string, resource: string) => string;
  readonly bounds: Readonly<Record<Extract<MatcherName, 'gt' | 'gte' | 'lt' | 'lte'>, string>>;
  readonly times: (count: number, written: string) => string;
  readonly elements: (count: number, written: string) => string;
  readonly characters: (count: number, written: string) => string;
}

export const tellWords: Readonly<Record<Language, TellWords>> = {
  fr: {
    nothing: 'rien',
    anything: 'quelque chose',
    empty: '(vide)',
    yes: 'oui',
    no: 'non',
    exists: 'existe',
    absent: 'n’existe pas',
    that: 'qui',
    equals: { is: 'est', isnt: 'n’est pas' },
    contains: { is: 'contient', isnt: 'ne contient pas' },
    begins: { is: 'commence par', isnt: 'ne commence pas par' },
    ends: { is: 'finit par', isnt: 'ne finit pas par' },
    word: 'le mot',
    then: 'puis',
    anyCase: '(en majuscules ou en minuscules)',
    ofTheLab: { is: 'a la forme que décrit le TP', isnt: 'n’a pas la forme que le TP exclut' },
    element: { a: 'une valeur', no: 'aucune valeur' },
    semicolon: '\u00a0; ',
    colon: '\u00a0: ',
    but: (value) => `autre chose que ${value}`,
    not: (value) => `pas ${value}`,
    notAll: (list) => `pas à la fois ${list}`,
    neither: (values) => values.map((value) => `ni ${value}`).join(' '),
    only: (list) => `${list}, et rien d’autre`,
    notOnly: (list) => `pas seulement ${list}`,
    inOrder: (list) => `${list}, dans cet ordre`,
    sameAs: (attribute, resource) =>
      `la même valeur que «\u00a0${attribute}\u00a0» de «\u00a0${resource}\u00a0»`,
    bounds: { gt: 'plus de', gte: 'au moins', lt: 'moins de', lte: 'au plus' },
    times: (count, written) => (count === 0 ? 'jamais' : count === 1 ? 'une fois' : `${written} fois`),
    elements: (count, written) =>
      count === 0 ? 'aucun élément' : count === 1 ? 'un élément' : `${written} éléments`,
    characters: (count, written) =>
      count === 0 ? 'aucun caractère' : count === 1 ? 'un caractère' : `${written} caractères`,
  },
  en: {
    nothing: 'nothing',
    anything: 'anything',
    empty: '(empty)',
    yes: 'yes',
    no: 'no',
    exists: 'exists',
    absent: 'does not exist',
    that: 'that',
    equals: { is: 'is', isnt: 'is not' },
    contains: { is: 'contains', isnt: 'does not contain' },
    begins: { is: 'begins with', isnt: 'does not begin with' },
    ends: { is: 'ends with', isnt: 'does not end with' },
    word: 'the word',
    then: 'then',
    anyCase: '(in upper or lower case)',
    ofTheLab: { is: 'has the form that the lab describes', isnt: 'has not the form that the lab rules out' },
    element: { a: 'a value', no: 'no value' },
    semicolon: '; ',
    colon: ': ',
    but: (value) => `anything but ${value}`,
    not: (value) => `not ${value}`,
    notAll: (list) => `not ${list} together`,
    neither: (values) => `neither ${values.join(' nor ')}`,
    only: (list) => `${list}, and nothing else`,
    notOnly: (list) => `not only ${list}`,
    inOrder: (list) => `${list}, in this order`,
    sameAs: (attribute, resource) => `the same as the "${attribute}" of "${resource}"`,
    bounds: { gt: 'more than', gte: 'at least', lt: 'less than', lte: 'at most' },
    times: (count, written) =>
      count === 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${written} times`,
    elements: (count, written) => (count === 0 ? 'none' : count === 1 ? 'one' : written),
    characters: (count, written) =>
      count === 0 ? 'no character' : count === 1 ? 'one character' : `${written} characters`,
  },
};
