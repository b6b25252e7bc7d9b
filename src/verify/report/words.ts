import type { Language } from '../../text/language';
import type { EquivalentProblem } from '../mutants/parse-equivalent';
import type { Survivor } from '../proof';

interface Words {
  /** Between a name and what is said of it, and between two things said. */
  readonly colon: string;
  readonly semicolon: string;
  readonly proved: string;
  readonly notProved: string;
  readonly tried: (mutants: number, faults: number) => string;
  readonly played: (sessions: number) => string;
  readonly assertion: string;
  readonly hosts: string;
  readonly sessions: string;
  readonly unmet: string;
  readonly survivors: string;
  readonly because: Readonly<Record<Survivor['because'], string>>;
  readonly letThrough: string;
  readonly strays: string;
  readonly stray: (lost: string) => string;
  readonly untried: string;
  readonly equivalents: string;
  readonly stale: string;
  readonly noEvidence: (file: string) => string;
  readonly noRoom: string;
  readonly noReference: string;
  readonly badEquivalent: Readonly<Record<EquivalentProblem['code'], (detail: string) => string>>;
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    colon: ' : ',
    semicolon: ' ; ',
    proved: 'prouvé',
    notProved: 'PAS PROUVÉ',
    tried: (mutants, faults) => `mutants essayés : ${mutants}, faits rendus inconnus : ${faults}`,
    played: (sessions) => `séances jouées : ${sessions}`,
    assertion: 'assertion',
    hosts: 'mutants',
    sessions: 'séances',
    unmet: 'La séance modèle n’obtient pas tous les points ; rien d’autre n’est essayé :',
    survivors: 'Survivants, des hôtes faux que le TP ne distingue pas du bon :',
    because: {
      passed: 'tout passe',
      'no-loss': 'aucun point n’est perdu',
      unclear: 'le résultat est « error », comme si l’hôte n’avait pas répondu',
      blamed: 'l’élève perd des points pour ce qu’on n’a pas pu savoir',
    },
    letThrough: 'laissé passer par',
    strays: 'Points perdus par ricochet, sans aucun rapport avec ce qui est faux :',
    stray: (lost) => `${lost} les perd`,
    untried: 'Assertions qu’aucun hôte faux ne met à l’épreuve (écrivez une séance fausse) :',
    equivalents: 'Déclarés équivalents :',
    stale: 'Déclarations inutiles dans equivalent.yaml (mutant non essayé, ou bien démasqué) :',
    noEvidence: (file) => `Pas de relevé de référence (${file}) : vigie verify --update le prend.`,
    noRoom: 'Aucun moteur jetable :',
    noReference: 'il manque sessions/reference.session.',
    badEquivalent: {
      yaml: (detail) => `ce n’est pas du YAML valable (${detail})`,
      'not-a-list': () => 'il faut une liste',
      entry: () => 'il faut check, mutant et reason',
      'unknown-check': (detail) => `aucune vérification ne s’appelle « ${detail} »`,
      'unknown-mutant': (detail) => `aucun mutant ne s’appelle « ${detail} »`,
      'no-reason': (detail) => `il manque la raison (${detail})`,
    },
  },
  en: {
    colon: ': ',
    semicolon: '; ',
    proved: 'proved',
    notProved: 'NOT PROVED',
    tried: (mutants, faults) => `mutants tried: ${mutants}, facts made unknown: ${faults}`,
    played: (sessions) => `sessions played: ${sessions}`,
    assertion: 'assertion',
    hosts: 'mutants',
    sessions: 'sessions',
    unmet: 'The reference session does not get all points; nothing else is tried:',
    survivors: 'Survivors, wrong hosts that the lab does not tell from the right one:',
    because: {
      passed: 'everything passes',
      'no-loss': 'no point is lost',
      unclear: 'the outcome is "error", as if the host had not answered',
      blamed: 'the student loses points for what could not be found out',
    },
    letThrough: 'let through by',
    strays: 'Points lost elsewhere, by checks that have nothing to do with what is wrong:',
    stray: (lost) => `${lost} loses them`,
    untried: 'Assertions that no wrong host puts to the test (write a wrong session):',
    equivalents: 'Declared to be equivalent:',
    stale: 'Needless declarations in equivalent.yaml (the mutant is not tried, or is found out):',
    noEvidence: (file) => `There is no reference evidence (${file}): vigie verify --update takes it.`,
    noRoom: 'No disposable engine:',
    noReference: 'sessions/reference.session is missing.',
    badEquivalent: {
      yaml: (detail) => `this is no valid YAML (${detail})`,
      'not-a-list': () => 'it has to be a list',
      entry: () => 'it needs check, mutant and reason',
      'unknown-check': (detail) => `no check is called "${detail}"`,
      'unknown-mutant': (detail) => `no mutant is called "${detail}"`,
      'no-reason': (detail) => `the reason is missing (${detail})`,
    },
  },
};
