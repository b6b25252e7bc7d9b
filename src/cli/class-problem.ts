import type { ReportMismatch, StudentProblem } from '../class/grade/problem';
import type { SourceFileProblem } from '../class/grade/source-file';
import { rosterText } from '../class/roster/words';
import { localeOf } from '../grading/locale';
import { textOfFault } from '../messages/render';
import { typeset } from '../messages/fr/typeset';
import type { Language } from '../text/language';
import { textOfSubmissionProblem } from '../submission/words';
import { textOfFileProblem } from './say';
import { textOfSigningProblem } from './signing-words';
import { textOfTrouble } from '../text/file-trouble';

type OwnProblem = SourceFileProblem | ReportMismatch;
type Words = {
  readonly [P in OwnProblem as P['code']]: (args: P['args']) => string;
};

const french: Words = {
  'entry.bad-path': () => 'Le chemin est vide ou contient un caractère nul.',
  'entry.outside': ({ path }) =>
    `« ${path} » mène hors du dossier de la liste ; si c’est voulu, ajoutez --allow-outside.`,
  'entry.no-such-file': ({ path, detail }) =>
    `Le fichier « ${path} » n’existe pas.${detail === '' ? '' : ` Est-ce « ${detail} » ?`}`,
  'entry.not-a-file': ({ path }) => `« ${path} » n’est pas un fichier.`,
  'entry.unreadable': ({ path, detail }) =>
    `Le fichier « ${path} » ne peut pas être lu : ${textOfTrouble(detail, 'fr')}.`,
  'entry.too-large': ({ path }) => `Le fichier « ${path} » est trop gros pour avoir été écrit par Vigie.`,
  'report.lab-missing': ({ lab }) => `Le rapport ne contient pas le TP ${lab}.`,
  'entry.broke': ({ detail }) =>
    `La correction de cette entrée s’est arrêtée sur une erreur de Vigie (${detail}) : signalez-la. Les autres étudiants n’en sont pas touchés.`,
  'report.implausible': ({ detail }) =>
    `Le rapport n’a pas de sens (${detail}) : il n’a pas été écrit par Vigie.`,
};

const english: Words = {
  'entry.bad-path': () => 'The path is empty or has a null character in it.',
  'entry.outside': ({ path }) =>
    `"${path}" leads out of the roster’s folder; if that is meant, add --allow-outside.`,
  'entry.no-such-file': ({ path, detail }) =>
    `There is no file "${path}"${detail === '' ? '.' : `; did you mean "${detail}"?`}`,
  'entry.not-a-file': ({ path }) => `"${path}" is not a file.`,
  'entry.unreadable': ({ path, detail }) =>
    `The file "${path}" cannot be read: ${textOfTrouble(detail, 'en')}.`,
  'entry.too-large': ({ path }) => `The file "${path}" is too large to have been written by Vigie.`,
  'report.lab-missing': ({ lab }) => `The lab ${lab} is not in the report.`,
  'entry.broke': ({ detail }) =>
    `Grading this entry stopped at a bug in Vigie (${detail}): report it. No other student is touched by it.`,
  'report.implausible': ({ detail }) => `The report makes no sense (${detail}): Vigie did not write it.`,
};

const words: Readonly<Record<Language, Words>> = { fr: french, en: english };

/** Why a student could not be graded, as one text that still has to be escaped. */
export function textOfStudentProblem({ from, problem }: StudentProblem, language: Language): string {
  switch (from) {
    case 'roster': {
      const place = problem.at ? `${problem.file}:${problem.at.line}:${problem.at.column}: ` : '';
      return `${place}${rosterText(problem, language)}`;
    }
    case 'report':
    case 'evidence':
      return textOfFileProblem(problem, language);
    case 'signature':
      return textOfSigningProblem(problem, language);
    case 'engine':
      return textOfFault(problem, localeOf(language).texts).says;
    case 'submission': {
      const says = textOfSubmissionProblem(problem, language);
      return language === 'fr' ? typeset(says) : says;
    }
    case 'file':
    case 'mismatch': {
      // A code and its args belong together; TypeScript does not follow that through the lookup.
      const tell = words[language][problem.code] as (args: OwnProblem['args']) => string;
      return language === 'fr' ? typeset(tell(problem.args)) : tell(problem.args);
    }
  }
}
