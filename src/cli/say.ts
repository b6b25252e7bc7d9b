import type { Fault } from '../evidence/fault';
import { textOfFault } from '../messages/render';
import type { Language } from '../text/language';
import { textOfTrouble } from '../text/file-trouble';
import { textOfJsonPlace } from '../text/json-place';
import { withoutCommands } from '../text/escape-workflow-command';
import { escapeTerminal, wrap } from '../text/terminal';
import type { EvidenceFileProblem } from '../grading/evidence-file';
import type { ReportFileProblem } from '../grading/report-file';
import type { Io } from './io';
import { meantFile } from './meant-file';
import { localeOf } from '../grading/locale';

/** A fault for people: what is wrong in one sentence, what to try below it. */
export function sayFault(fault: Fault, io: Io): string {
  const { says, hint } = textOfFault(fault, localeOf(io.language).texts);
  return sayLines([says, ...(hint === undefined ? [] : [`→ ${hint}`])], io);
}

type FileProblem = EvidenceFileProblem | ReportFileProblem;

const fileProblems: Readonly<
  Record<Language, Readonly<Record<FileProblem['code'], (args: FileProblem['args']) => string>>>
> = {
  fr: {
    'evidence.unreadable': ({ file, detail, near }) =>
      `Accès impossible au relevé ${file} : ${textOfTrouble(detail, 'fr')}${meantFile(near, 'fr')}`,
    'evidence.too-large': ({ file }) => `Le relevé ${file} est trop gros pour avoir été écrit par Vigie.`,
    'evidence.not-json': ({ file, detail }) =>
      `Le relevé ${file} est abîmé ou tronqué : ${textOfJsonPlace(detail, 'fr')}`,
    'evidence.not-evidence': ({ file }) =>
      `${file} n’est pas un relevé écrit par vigie grade --save-evidence.`,
    'evidence.newer-version': ({ file, detail }) =>
      `Le relevé ${file} est en version ${detail}, que cette version de Vigie ne connaît pas : mettez Vigie à jour.`,
    'evidence.damaged': ({ file }) =>
      `Le relevé ${file} a été modifié ou abîmé : il contient ce qu’aucun moteur ne répond.`,
    'report.unreadable': ({ file, detail, near }) =>
      `Le rapport ${file} ne peut pas être lu : ${textOfTrouble(detail, 'fr')}${meantFile(near, 'fr')}`,
    'report.too-large': ({ file }) => `Le rapport ${file} est trop gros pour avoir été écrit par Vigie.`,
    'report.not-json': ({ file, detail }) =>
      `Le rapport ${file} est abîmé ou tronqué : ${textOfJsonPlace(detail, 'fr')}`,
    'report.not-report': ({ file }) => `${file} n’est pas un rapport écrit par vigie grade --report json.`,
    'report.newer-version': ({ file, detail }) =>
      `Le rapport ${file} est en version ${detail}, que cette version de Vigie ne connaît pas : mettez Vigie à jour.`,
    'report.damaged': ({ file, detail }) =>
      `Le rapport ${file} a été modifié ou abîmé : ${detail} n’est pas ce que Vigie y écrit.`,
    'report.contradictory': ({ file, detail }) =>
      `Le rapport ${file} se contredit : ${detail} ne suit pas de ses vérifications. Il a été modifié ; corrigez à nouveau, ou demandez le rapport d’origine.`,
  },
  en: {
    'evidence.unreadable': ({ file, detail, near }) =>
      `No access to the evidence ${file}: ${textOfTrouble(detail, 'en')}${meantFile(near, 'en')}`,
    'evidence.too-large': ({ file }) => `The evidence ${file} is too large to have been written by Vigie.`,
    'evidence.not-json': ({ file, detail }) =>
      `The evidence ${file} is damaged or cut short: ${textOfJsonPlace(detail, 'en')}`,
    'evidence.not-evidence': ({ file }) => `${file} is no evidence written by vigie grade --save-evidence.`,
    'evidence.newer-version': ({ file, detail }) =>
      `The evidence ${file} has version ${detail}, which this Vigie does not know: update Vigie.`,
    'evidence.damaged': ({ file }) =>
      `The evidence ${file} was changed or damaged: it holds what no engine answers.`,
    'report.unreadable': ({ file, detail, near }) =>
      `The report ${file} cannot be read: ${textOfTrouble(detail, 'en')}${meantFile(near, 'en')}`,
    'report.too-large': ({ file }) => `The report ${file} is too large to have been written by Vigie.`,
    'report.not-json': ({ file, detail }) =>
      `The report ${file} is damaged or cut short: ${textOfJsonPlace(detail, 'en')}`,
    'report.not-report': ({ file }) => `${file} is no report written by vigie grade --report json.`,
    'report.newer-version': ({ file, detail }) =>
      `The report ${file} has version ${detail}, which this Vigie does not know: update Vigie.`,
    'report.damaged': ({ file, detail }) =>
      `The report ${file} was changed or damaged: ${detail} is not what Vigie writes there.`,
    'report.contradictory': ({ file, detail }) =>
      `The report ${file} contradicts itself: ${detail} does not follow from its checks. It was changed; grade again, or ask for the original report.`,
  },
};

export const textOfFileProblem = ({ code, args }: FileProblem, language: Language): string =>
  fileProblems[language][code](args);

export const sayFileProblem = (problem: FileProblem, io: Io): string =>
  sayLines([textOfFileProblem(problem, io.language)], io);

/** What `watch` once recorded cannot be read; grading goes on without it. */
export function sayCorruptRecording(path: string, io: Io): string {
  const says = {
    fr: `L’enregistrement ${path} est abîmé : il est ignoré.`,
    en: `The recording ${path} is damaged and ignored.`,
  };
  return sayLines([says[io.language]], io);
}

/** Nothing is kept between runs; this one loses nothing by it. */
export function sayUnwrittenState(folder: string, io: Io): string {
  const says = {
    fr: `Rien ne peut être écrit dans ${folder} : ce TP est corrigé quand même, mais ce que le moteur aura oublié d’ici la prochaine correction sera perdu. La variable VIGIE_STATE désigne un autre dossier.`,
    en: `Nothing can be written to ${folder}: this is graded all the same, but what the engine forgets until the next grading will be lost. The variable VIGIE_STATE names another folder.`,
  };
  return sayLines([says[io.language]], io);
}

export const sayLines = (sentences: readonly string[], io: Pick<Io, 'columns'>): string =>
  withoutCommands(
    sentences.map((sentence) => `${wrap(escapeTerminal(sentence), io.columns).join('\n')}\n`).join(''),
  );
