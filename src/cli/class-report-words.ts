import type { GradebookProblem } from '../class/gradebook/read-gradebook';
import { plural } from '../text/number';
import type { Language } from '../text/language';
import { textOfTrouble } from '../text/file-trouble';
import { textOfJsonPlace } from '../text/json-place';

/** Why an earlier gradebook cannot be compared with. */
export type EarlierCode = GradebookProblem['code'] | 'gradebook.unreadable' | 'gradebook.too-large';

interface Counts {
  readonly students: number;
  readonly marked: number;
  readonly incomplete: number;
  readonly notRead: number;
  readonly copies: number;
}

interface Words {
  readonly noResults: (folder: string, detail: string) => string;
  readonly earlier: Readonly<Record<EarlierCode, (file: string, detail: string) => string>>;
  readonly counts: (counts: Counts) => string;
  readonly notRead: (file: string, why: string) => string;
  readonly wrote: (file: string) => string;
  readonly more: (files: string) => string;
  readonly aboveMoodle: (most: number) => string;
}

const fr: Words = {
  noResults: (folder, detail) =>
    `${folder} n’est pas un dossier de résultats de vigie class grade : ${textOfTrouble(detail, 'fr')}`,
  earlier: {
    'gradebook.unreadable': (file, detail) =>
      `Le carnet ${file} ne peut pas être lu : ${textOfTrouble(detail, 'fr')}`,
    'gradebook.too-large': (file) => `Le carnet ${file} est trop gros pour avoir été écrit par Vigie.`,
    'gradebook.not-json': (file, detail) =>
      `Le carnet ${file} est abîmé ou tronqué : ${textOfJsonPlace(detail, 'fr')}`,
    'gradebook.not-gradebook': (file) => `${file} n’est pas un carnet écrit par vigie class report --json.`,
    'gradebook.newer-version': (file, detail) =>
      `Le carnet ${file} est en version ${detail}, que cette version de Vigie ne connaît pas : mettez Vigie à jour.`,
    'gradebook.damaged': (file, detail) =>
      `Le carnet ${file} a été modifié ou abîmé : ${detail} n’est pas ce que Vigie y écrit.`,
  },
  counts: ({ students, marked, incomplete, notRead, copies }) =>
    [
      `${students} ${plural(students, { one: 'étudiant', other: 'étudiants' }, 'fr')}`,
      `${marked} avec une note`,
      `${incomplete} ${plural(incomplete, { one: 'incomplet', other: 'incomplets' }, 'fr')}`,
      ...(notRead > 0 ? [`fichiers non lus : ${notRead}`] : []),
      ...(copies > 0 ? [`identifiants sous plusieurs noms : ${copies}`] : []),
    ].join(', '),
  notRead: (file, why) => `Non lu : ${file} (${why})`,
  wrote: (file) => `Écrit : ${file}`,
  more: (files) =>
    `Certains étudiants n’ont pas encore toutes leurs notes : celles qu’ils ont sont dans ${files}, à importer en plus.`,
  aboveMoodle: (most) =>
    `Un TP est noté sur plus de ${most} : Moodle refuse alors tout le fichier, sauf si son administrateur autorise ces notes.`,
};

const en: Words = {
  noResults: (folder, detail) =>
    `${folder} is no folder of results of vigie class grade: ${textOfTrouble(detail, 'en')}`,
  earlier: {
    'gradebook.unreadable': (file, detail) =>
      `The gradebook ${file} cannot be read: ${textOfTrouble(detail, 'en')}`,
    'gradebook.too-large': (file) => `The gradebook ${file} is too large to have been written by Vigie.`,
    'gradebook.not-json': (file, detail) =>
      `The gradebook ${file} is damaged or cut short: ${textOfJsonPlace(detail, 'en')}`,
    'gradebook.not-gradebook': (file) => `${file} is no gradebook written by vigie class report --json.`,
    'gradebook.newer-version': (file, detail) =>
      `The gradebook ${file} has version ${detail}, which this Vigie does not know: update Vigie.`,
    'gradebook.damaged': (file, detail) =>
      `The gradebook ${file} was changed or damaged: ${detail} is not what Vigie writes there.`,
  },
  counts: ({ students, marked, incomplete, notRead, copies }) =>
    [
      `${students} ${plural(students, { one: 'student', other: 'students' }, 'en')}`,
      `${marked} with a mark`,
      `${incomplete} incomplete`,
      ...(notRead > 0 ? [`files not read: ${notRead}`] : []),
      ...(copies > 0 ? [`ids under several names: ${copies}`] : []),
    ].join(', '),
  notRead: (file, why) => `Not read: ${file} (${why})`,
  wrote: (file) => `Wrote ${file}`,
  more: (files) =>
    `Some students do not have all their marks yet: those that they have are in ${files}, to be imported as well.`,
  aboveMoodle: (most) =>
    `A lab is marked out of more than ${most}: Moodle then refuses the whole file, unless its administrator allows such grades.`,
};

export const classReportWords: Readonly<Record<Language, Words>> = { fr, en };
