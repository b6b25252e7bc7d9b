import type { Language } from '../text/language';
import { textOfTrouble } from '../text/file-trouble';
import type { InputProblem } from './inputs';

/** What the action itself says; verdicts on the lab are the report’s. */
export interface Words {
  readonly input: (input: string, value: string, expected: string) => string;
  readonly unknownSubmission: (file: string) => string;
  readonly unreadable: (file: string, trouble: string) => string;
  readonly outside: (file: string) => string;
  readonly onlyEvidence: (file: string) => string;
  readonly otherLabs: (seen: string, expected: string) => string;
  readonly trustsReport: string;
  readonly oldNode: (version: string) => string;
  readonly below: (score: string, max: string) => string;
  readonly notWritten: string;
  readonly couldNotGrade: string;
  readonly broke: (detail: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    input: (input, value, expected) =>
      `Entrée « ${input} » : « ${value} » ne convient pas. Possible : ${expected}.`,
    unknownSubmission: (file) =>
      `« ${file} » n’est ni un relevé (--save-evidence), ni un rapport (--report json), ni rien qui se joue.`,
    unreadable: (file, trouble) => `« ${file} » ne peut pas être lu : ${textOfTrouble(trouble, 'fr')}`,
    outside: (file) =>
      `« ${file} » est hors du dossier des relevés, ou y mène par un lien : seul un fichier de ce dossier est pris.`,
    onlyEvidence: (file) =>
      `« ${file} » n’est pas un relevé (vigie grade --save-evidence) : rien d’autre n’est pris pour une note attestée.`,
    otherLabs: (seen, expected) =>
      `Le rapport remis porte sur ${seen} ; attendu : ${expected}. Un autre TP, ou une autre version de son fichier, a été noté.`,
    trustsReport:
      'La note est celle que dit le rapport remis : elle ne vaut que ce que vaut celui qui l’a écrit. Voir vigie verify-report.',
    oldNode: (version) => `Node ${version} est trop ancien : il faut Node 20.19 ou plus récent.`,
    below: (score, max) => `Note : ${score} / ${max}, en dessous du seuil.`,
    notWritten: 'Un des rapports demandés n’a pas pu être écrit : la sortie de l’étape dit pourquoi.',
    couldNotGrade:
      'La note est incomplète : tout n’a pas pu être observé. Rien n’est compté contre l’étudiant, et une note précédente reste valable.',
    broke: (detail) =>
      `Cette étape s’est interrompue (${textOfTrouble(detail, 'fr')}) : rien n’a été noté, et rien n’est compté contre l’étudiant.`,
  },
  en: {
    input: (input, value, expected) => `Input "${input}": "${value}" will not do. Possible: ${expected}.`,
    unknownSubmission: (file) =>
      `"${file}" is neither evidence (--save-evidence), nor a report (--report json), nor anything to be played.`,
    unreadable: (file, trouble) => `"${file}" cannot be read: ${textOfTrouble(trouble, 'en')}`,
    outside: (file) =>
      `"${file}" is outside the folder of evidence, or a link leads out of it: only a file of that folder is taken.`,
    onlyEvidence: (file) =>
      `"${file}" is no evidence (vigie grade --save-evidence): nothing else is taken for a grade that is attested.`,
    otherLabs: (seen, expected) =>
      `The submitted report is about ${seen}; expected: ${expected}. Another lab, or another version of its file, was graded.`,
    trustsReport:
      'The grade is what the submitted report says: it is worth as much as whoever wrote it. See vigie verify-report.',
    oldNode: (version) => `Node ${version} is too old: Node 20.19 or newer is needed.`,
    below: (score, max) => `Grade: ${score} / ${max}, below what is asked for.`,
    notWritten: 'A report that was asked for could not be written: the step’s output says why.',
    couldNotGrade:
      'The grade is incomplete: not everything could be looked at. Nothing counts against the student, and an earlier grade stands.',
    broke: (detail) =>
      `This step broke off (${textOfTrouble(detail, 'en')}): nothing was graded, and nothing counts against the student.`,
  },
};

export const textOfInputProblem = ({ input, value, expected }: InputProblem, language: Language): string =>
  words[language].input(input, value, expected);
