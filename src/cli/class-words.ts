import { plural } from '../text/number';
import type { Counts, NotGraded } from '../class/grade/grade-class';
import type { FolderProblem } from '../class/results/files';
import type { Language } from '../text/language';
import { textOfTrouble } from '../text/file-trouble';

interface Words {
  readonly stopping: string;
  readonly badShard: (text: string) => string;
  readonly badCount: (flag: string, text: string, least: number) => string;
  readonly nobodyInShard: string;
  readonly graded: (counts: Counts, folder: string) => string;
  readonly interrupted: (counts: Counts) => string;
  readonly more: (count: number) => string;
  readonly undecided: string;
  readonly earlierMark: string;
  readonly strangers: (ids: readonly string[], folder: string) => string;
  readonly otherVersions: (count: number) => string;
  readonly folder: (problem: FolderProblem) => string;
}

const few = (ids: readonly string[]): string => `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`;

const counted =
  (language: Language) =>
  (count: number, one: string, other: string): string =>
    `${count} ${plural(count, { one, other }, language)}`;
const fr = counted('fr');
const en = counted('en');

const french: Words = {
  stopping: 'Interruption demandée : ce qui est commencé se termine. Un second signal arrête tout de suite.',
  badShard: (text) => `--shard attend i/n, de 1/n à n/n, et non « ${text} ».`,
  badCount: (flag, text, least) => `${flag} attend un nombre de ${least} à 64, et non « ${text} ».`,
  nobodyInShard: 'Personne de la liste n’est dans cette part.',
  graded: ({ total, graded, kept, notGraded }, folder) =>
    `${fr(total, 'étudiant', 'étudiants')} : ${fr(graded, 'noté', 'notés')}, ${fr(kept, 'inchangé', 'inchangés')}, ${notGraded} sans note. Résultats : ${folder}`,
  interrupted: ({ done, total }) =>
    `Interrompu : ${done} sur ${total} traités. Relancez la même commande pour continuer.`,
  more: (count) => `… et ${count} de plus, chacun dans son fichier de résultat`,
  undecided: 'des vérifications n’ont pas pu être décidées',
  earlierMark: 'la note précédente est gardée, cet essai est dans incomplete/',
  strangers: (ids, folder) =>
    `${folder} contient aussi ${fr(ids.length, 'résultat d’un étudiant absent', 'résultats d’étudiants absents')} de la liste : ${few(ids)}`,
  otherVersions: (count) =>
    `${fr(count, 'rapport repris a été jugé', 'rapports repris ont été jugés')} avec une autre version du TP que celle d’ici.`,
  folder: ({ code, args: { path, detail } }) =>
    code === 'results.unwritable'
      ? `Impossible d’écrire ${path} : ${textOfTrouble(detail, 'fr')}`
      : `Impossible de lire ${path} : ${textOfTrouble(detail, 'fr')}`,
};

const english: Words = {
  stopping: 'Asked to stop: what has begun is ended. A second signal stops at once.',
  badShard: (text) => `--shard takes i/n, from 1/n to n/n, and not "${text}".`,
  badCount: (flag, text, least) => `${flag} takes a number from ${least} to 64, and not "${text}".`,
  nobodyInShard: 'Nobody of the roster is in this shard.',
  graded: ({ total, graded, kept, notGraded }, folder) =>
    `${en(total, 'student', 'students')}: ${graded} graded, ${kept} unchanged, ${notGraded} without a mark. Results: ${folder}`,
  interrupted: ({ done, total }) =>
    `Interrupted: ${done} of ${total} done. Run the same command again to go on.`,
  more: (count) => `… and ${count} more, each in a result file of its own`,
  undecided: 'some checks could not be decided',
  earlierMark: 'the earlier mark is kept, this attempt is in incomplete/',
  strangers: (ids, folder) =>
    `${folder} also has ${en(ids.length, 'result of a student who is', 'results of students who are')} not in the roster: ${few(ids)}`,
  otherVersions: (count) =>
    `${en(count, 'report that was reused was', 'reports that were reused were')} judged with another version of the lab than the one here.`,
  folder: ({ code, args: { path, detail } }) =>
    code === 'results.unwritable'
      ? `Cannot write ${path}: ${textOfTrouble(detail, 'en')}`
      : `Cannot read ${path}: ${textOfTrouble(detail, 'en')}`,
};

export const classWords: Readonly<Record<Language, Words>> = { fr: french, en: english };

/** `ada (Ada Lovelace): report.not-json: The report …` */
export function notGradedText(one: NotGraded, language: Language): string {
  const { undecided, earlierMark } = classWords[language];
  const why = one.problem
    ? `${one.problem.code}: ${one.problem.text}`
    : [undecided, ...(one.trouble ?? [])].join('. ');
  return `${one.student.id} (${one.student.name}): ${why}${one.hasEarlierMark ? ` [${earlierMark}]` : ''}`;
}
