import type { Outcome } from '../../../../judge/verdict';
import type { GradeOutcome } from '../../../../score/grade';
import type { Language } from '../../../../text/language';
import type { Change, Copy, NotReadCode } from '../../gradebook';

export interface GradebookWords {
  readonly title: string;
  readonly colon: string;
  readonly until: string;
  readonly students: string;
  readonly withMark: string;
  readonly mean: string;
  readonly median: string;
  readonly deviation: string;
  readonly outcome: Readonly<Record<GradeOutcome, string>>;
  readonly marks: string;
  readonly marksOf: (count: number) => string;
  readonly picture: (title: string) => string;
  readonly total: string;
  readonly student: string;
  readonly section: string;
  readonly state: string;
  readonly search: string;
  readonly show: string;
  readonly all: string;
  readonly previous: string;
  readonly next: string;
  readonly page: string;
  readonly found: string;
  readonly withoutScript: (shown: number, all: number) => string;
  readonly undecided: string;
  readonly notHandedIn: string;
  readonly passMark: string;
  readonly checks: string;
  readonly check: string;
  readonly worth: string;
  readonly checkOutcome: Readonly<Record<Outcome, string>>;
  readonly difficulty: string;
  readonly discrimination: string;
  readonly diagnosis: string;
  readonly others: (count: number) => string;
  readonly few: string;
  readonly howToRead: string;
  readonly explained: readonly string[];
  readonly versions: (count: number) => string;
  readonly rare: string;
  readonly incomplete: string;
  readonly incompleteIntro: string;
  readonly lab: string;
  readonly why: string;
  readonly noReason: string;
  readonly changes: string;
  readonly since: string;
  readonly noChange: string;
  readonly change: Readonly<Record<Change['what'], string>>;
  readonly before: string;
  readonly now: string;
  readonly copies: string;
  readonly copiesIntro: string;
  readonly what: Readonly<Record<Copy['what'], string>>;
  readonly identifier: string;
  readonly names: string;
  readonly notRead: string;
  readonly file: string;
  readonly notReadWhy: Readonly<Record<NotReadCode, string>>;
  readonly more: (count: number) => string;
  readonly nobody: string;
}

const fr: GradebookWords = {
  title: 'Carnet de notes',
  colon: ' :',
  until: 'Résultats jusqu’au',
  students: 'étudiants',
  withMark: 'avec une note',
  mean: 'moyenne',
  median: 'médiane',
  deviation: 'écart type',
  outcome: { reached: 'seuil atteint', below: 'sous le seuil', incomplete: 'incomplète' },
  marks: 'Répartition des notes',
  marksOf: (count) => `${count} ${count < 2 ? 'note' : 'notes'}`,
  picture: (title) => `Répartition des notes, ${title}`,
  total: 'Total',
  student: 'Étudiant',
  section: 'Groupe',
  state: 'État',
  search: 'Chercher un nom, un identifiant ou un groupe',
  show: 'Montrer',
  all: 'tous',
  previous: 'Précédents',
  next: 'Suivants',
  page: 'page',
  found: 'étudiants',
  withoutScript: (shown, all) =>
    `Sans JavaScript, seuls les ${shown} premiers étudiants sur ${all} sont montrés ici ; tous sont dans les fichiers CSV et JSON.`,
  undecided: 'indécis',
  notHandedIn: 'pas de rapport',
  passMark: 'seuil',
  checks: 'Analyse des vérifications',
  check: 'Vérification',
  worth: 'Points',
  checkOutcome: {
    passed: 'réussie',
    failed: 'à revoir',
    blocked: 'en attente',
    excused: 'dispensée',
    error: 'indécise',
  },
  difficulty: 'Réussite',
  discrimination: 'Discrimination',
  diagnosis: 'Diagnostic le plus fréquent',
  others: (count) => (count === 1 ? '1 autre diagnostic' : `${count} autres diagnostics`),
  few: 'moins de dix étudiants : à lire avec prudence',
  howToRead: 'Comment lire ces chiffres',
  explained: [
    'Réussite : part des étudiants qui réussissent, parmi ceux pour qui la vérification est décidée. « En attente » compte comme non réussie ; une vérification indécise ou dispensée ne compte pas.',
    'Discrimination : corrélation bisériale de point entre la réussite et les points du reste du TP. Au-dessus de 0,3, la vérification distingue bien ; près de 0, elle ne dit rien du reste ; en dessous de 0, elle est à relire. Elle n’est pas définie (–) si tous ou personne ne réussissent, ou si le reste vaut autant pour tous.',
    'Le total est celui des TP communs : ceux dont au moins la moitié des étudiants ont un rapport.',
  ],
  versions: (count) =>
    `Les rapports viennent de ${count} versions de ce TP : les notes ne sont pas toutes comparables.`,
  rare: 'Moins de la moitié des étudiants ont un rapport de ce TP : il ne compte pas dans le total.',
  incomplete: 'Notes incomplètes',
  incompleteIntro:
    'Quelque chose n’a pas pu être vérifié, ou le rapport manque. Ce n’est jamais un zéro, et aucune note antérieure n’est écrasée.',
  lab: 'TP',
  why: 'Pourquoi',
  noReason: 'raison non précisée dans le rapport',
  changes: 'Ce qui a changé',
  since: 'Depuis le carnet du',
  noChange: 'Rien n’a changé.',
  change: {
    new: 'nouveau dans la classe',
    gone: 'n’a plus de résultat',
    'first-mark': 'première note',
    mark: 'note modifiée',
    undecided: 'note désormais indécise : l’ancienne reste valable',
  },
  before: 'Avant',
  now: 'Maintenant',
  copies: 'Mêmes identifiants sous plusieurs noms',
  copiesIntro:
    'Une raison de regarder, pas un verdict. Un rapport ou un relevé note un instant précis : deux étudiants n’en ont pas le même par hasard. Un conteneur a un identifiant aléatoire : sous deux noms, il vient du même moteur ou d’un fichier copié. Un moteur peut être partagé en toute honnêteté : poste d’une salle de TP, binôme, machine virtuelle ou image clonée.',
  what: { file: 'Même fichier', look: 'Même examen', engine: 'Moteur Docker', container: 'Conteneur' },
  identifier: 'Identifiant',
  names: 'Étudiants',
  notRead: 'Fichiers non lus',
  file: 'Fichier',
  notReadWhy: {
    'result.unreadable': 'ne peut pas être lu',
    'result.too-large': 'trop gros pour avoir été écrit par Vigie',
    'result.not-json': 'abîmé ou tronqué',
    'result.not-result': 'n’est pas un résultat écrit par vigie class grade',
    'result.newer-version': 'version que ce Vigie ne connaît pas : mettez Vigie à jour',
    'result.damaged': 'modifié ou abîmé',
    'result.other-name': 'appartient à un autre étudiant que celui de son nom de fichier',
    'result.lab-twice': 'contient deux fois le même TP',
    'result.too-many-checks': 'contient trop de vérifications',
  },
  more: (count) => `… et ${count} de plus, dans le fichier JSON.`,
  nobody: 'Personne.',
};

const en: GradebookWords = {
  title: 'Gradebook',
  colon: ':',
  until: 'Results until',
  students: 'students',
  withMark: 'with a mark',
  mean: 'mean',
  median: 'median',
  deviation: 'standard deviation',
  outcome: { reached: 'pass mark reached', below: 'below the pass mark', incomplete: 'incomplete' },
  marks: 'Distribution of marks',
  marksOf: (count) => `${count} ${count === 1 ? 'mark' : 'marks'}`,
  picture: (title) => `Distribution of marks, ${title}`,
  total: 'Total',
  student: 'Student',
  section: 'Section',
  state: 'State',
  search: 'Search a name, an id or a section',
  show: 'Show',
  all: 'all',
  previous: 'Previous',
  next: 'Next',
  page: 'page',
  found: 'students',
  withoutScript: (shown, all) =>
    `Without JavaScript only the first ${shown} of ${all} students are shown here; all are in the CSV and JSON files.`,
  undecided: 'undecided',
  notHandedIn: 'no report',
  passMark: 'pass mark',
  checks: 'Analysis of the checks',
  check: 'Check',
  worth: 'Points',
  checkOutcome: {
    passed: 'passed',
    failed: 'to do',
    blocked: 'waiting',
    excused: 'excused',
    error: 'unknown',
  },
  difficulty: 'Success',
  discrimination: 'Discrimination',
  diagnosis: 'Most frequent diagnosis',
  others: (count) => (count === 1 ? '1 other diagnosis' : `${count} other diagnoses`),
  few: 'fewer than ten students: read with care',
  howToRead: 'How to read these figures',
  explained: [
    'Success: the share of students who pass, among those for whom the check is decided. “Waiting” counts as not passed; what is unknown or excused does not count.',
    'Discrimination: point-biserial correlation between passing and the points of the rest of the lab. Above 0.3 the check tells students apart well; near 0 it says nothing of the rest; below 0 it should be read again. It is undefined (–) when all or none pass, or when the rest is worth the same to all.',
    'The total is that of the common labs: those of which at least half of the students have a report.',
  ],
  versions: (count) => `The reports are of ${count} versions of this lab: not all marks can be compared.`,
  rare: 'Fewer than half of the students have a report of this lab: it does not count in the total.',
  incomplete: 'Incomplete marks',
  incompleteIntro:
    'Something could not be checked, or the report is missing. It is never a zero, and no earlier mark is overwritten.',
  lab: 'Lab',
  why: 'Why',
  noReason: 'the report gives no reason',
  changes: 'What changed',
  since: 'Since the gradebook of',
  noChange: 'Nothing changed.',
  change: {
    new: 'new in the class',
    gone: 'has no result any more',
    'first-mark': 'first mark',
    mark: 'mark changed',
    undecided: 'now undecided: the earlier mark stays valid',
  },
  before: 'Before',
  now: 'Now',
  copies: 'The same ids under several names',
  copiesIntro:
    'A reason to look, not a verdict. A report or evidence tells of one moment: no two students have the same one by chance. A container has a random id: under two names it comes from the same engine or from a copied file. An engine may be shared in all honesty: a machine in a lab room, a pair of students, a cloned virtual machine or image.',
  what: { file: 'Same file', look: 'Same look', engine: 'Docker engine', container: 'Container' },
  identifier: 'Id',
  names: 'Students',
  notRead: 'Files that were not read',
  file: 'File',
  notReadWhy: {
    'result.unreadable': 'cannot be read',
    'result.too-large': 'too large to have been written by Vigie',
    'result.not-json': 'damaged or cut short',
    'result.not-result': 'is no result written by vigie class grade',
    'result.newer-version': 'a version that this Vigie does not know: update Vigie',
    'result.damaged': 'changed or damaged',
    'result.other-name': 'belongs to another student than the one its file name says',
    'result.lab-twice': 'has the same lab twice',
    'result.too-many-checks': 'has too many checks',
  },
  more: (count) => `… and ${count} more, in the JSON file.`,
  nobody: 'Nobody.',
};

export const gradebookWords: Readonly<Record<Language, GradebookWords>> = { fr, en };
