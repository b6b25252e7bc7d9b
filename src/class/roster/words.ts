import { problemText } from '../../spec/format-problems';
import { typeset } from '../../messages/fr/typeset';
import { joinList } from '../../text/list';
import type { Language } from '../../text/language';
import type { EntryMessages, EntryProblem, RosterMessages, RosterProblem, UnsafeText } from './problem';

type Messages = RosterMessages & EntryMessages;
type Words = { readonly [C in keyof Messages]: (args: Messages[C]) => string };

/** What is wrong with a roster or an entry, as plain text that still has to be escaped. */
export function rosterText(problem: RosterProblem | EntryProblem, language: Language): string {
  if (isYamlProblem(problem)) return problemText(problem, language);
  // A code and its args belong together; TypeScript does not follow that through the lookup.
  const tell = words[language][problem.code] as (args: typeof problem.args) => string;
  return language === 'fr' ? typeset(tell(problem.args)) : tell(problem.args);
}

type YamlProblem = Extract<RosterProblem, { code: `yaml.${string}` }>;
const isYamlProblem = (problem: RosterProblem | EntryProblem): problem is YamlProblem =>
  problem.code.startsWith('yaml.');

const mebibytes = (bytes: number): number => bytes / 1024 / 1024;

const unsafe: Readonly<Record<Language, Readonly<Record<UnsafeText, string>>>> = {
  fr: {
    empty: 'est vide',
    'too-long': 'est trop long',
    control: 'contient des caractères de contrôle',
    direction: 'contient des caractères invisibles qui changent ce qu’on lit',
    formula: 'commence comme une formule de tableur',
    markup: 'contient du balisage (< ou >)',
  },
  en: {
    empty: 'is empty',
    'too-long': 'is too long',
    control: 'has control characters in it',
    direction: 'has invisible characters in it that change what one reads',
    formula: 'begins like a formula of a spreadsheet',
    markup: 'has markup (< or >) in it',
  },
};

const french: Words = {
  'roster.unreadable': ({ reason }) => `le fichier ne peut pas être lu (${reason})`,
  'roster.not-a-file': () => 'ce n’est pas un fichier',
  'roster.too-large': ({ limit }) =>
    `le fichier dépasse ${mebibytes(limit)} Mio : faites-en plusieurs listes`,
  'roster.binary': () => 'ce n’est un fichier texte ni en UTF-8 ni en UTF-16',
  'roster.empty': () => 'le fichier ne contient pas de liste de classe',
  'roster.several-documents': () => 'un fichier contient une seule liste ; « --- » en commence une deuxième',
  'roster.not-a-mapping': () => 'une liste de classe a les clés version, labs et students',
  'roster.too-deep': ({ limit }) => `plus de ${limit} niveaux d’imbrication`,
  'roster.too-many-parts': ({ limit }) =>
    `le fichier a plus de ${limit} éléments : faites-en plusieurs listes`,
  'roster.too-many-aliases': ({ limit }) => `les alias (*nom) répètent plus de ${limit} éléments`,
  'roster.newer': ({ version }) =>
    `cette liste a été écrite pour une version plus récente de Vigie (version: ${version}) : mettez Vigie à jour`,
  'roster.version': () => 'la version est 1',
  'roster.unknown-key': ({ key, known, nearest }) =>
    `une liste de classe n’a pas de clé « ${key} » ; ${nearest === undefined ? `ses clés sont ${joinList(known, 'fr')}` : `vouliez-vous dire « ${nearest} » ?`}`,
  'roster.missing-key': ({ key }) => `il manque la clé « ${key} »`,
  'roster.labs': () => 'labs est une liste d’identifiants ou de chemins de TP, au moins un',
  'roster.no-students': () => 'students donne, pour chaque nom, l’entrée de cet étudiant ; au moins un',
  'entry.not-a-mapping': () => 'une entrée a des clés : id, et report, evidence, engine ou submission',
  'entry.yaml': ({ detail }) => detail,
  'entry.unknown-key': ({ key, known, nearest }) =>
    `une entrée n’a pas de clé « ${key} » ; ${nearest === undefined ? `ses clés sont ${joinList(known, 'fr')}` : `vouliez-vous dire « ${nearest} » ?`}`,
  'entry.duplicate-key': ({ key, line }) => `la clé « ${key} » est déjà à la ligne ${line}`,
  'entry.duplicate-name': ({ line }) =>
    `ce nom est déjà à la ligne ${line} ; de deux homonymes, distinguez le second, par exemple « Nom (2) »`,
  'entry.duplicate-id': ({ id, line }) =>
    `l’identifiant « ${id} » est déjà à la ligne ${line} (majuscules et minuscules ne comptent pas)`,
  'entry.no-id': () => 'il manque la clé « id »',
  'entry.bad-id': ({ id }) =>
    `« ${id} » n’est pas un identifiant : lettres sans accent, chiffres, « - », « _ » et « . », 100 au plus, d’abord une lettre, un chiffre ou « _ »`,
  'entry.bad-text': ({ key, reason }) => `« ${key} » ${unsafe.fr[reason]}`,
  'entry.bad-email': () => 'ce n’est pas une adresse',
  'entry.no-source': () => 'rien à noter ici : il faut report, evidence, engine ou submission',
  'entry.several-sources': ({ keys }) => `une seule de ces clés : ${joinList(keys, 'fr')}`,
  'entry.answers-without-engine': () => 'answers ne va qu’avec engine',
};

const english: Words = {
  'roster.unreadable': ({ reason }) => `the file cannot be read (${reason})`,
  'roster.not-a-file': () => 'this is not a file',
  'roster.too-large': ({ limit }) =>
    `the file is larger than ${mebibytes(limit)} MiB: make several rosters of it`,
  'roster.binary': () => 'this is no text file, neither in UTF-8 nor in UTF-16',
  'roster.empty': () => 'the file has no roster in it',
  'roster.several-documents': () => 'a file has one roster; "---" starts a second document',
  'roster.not-a-mapping': () => 'a roster has the keys version, labs and students',
  'roster.too-deep': ({ limit }) => `this is nested more than ${limit} levels deep`,
  'roster.too-many-parts': ({ limit }) => `the file has more than ${limit} parts: make several rosters of it`,
  'roster.too-many-aliases': ({ limit }) => `aliases (*name) repeat more than ${limit} parts`,
  'roster.newer': ({ version }) =>
    `this roster was written for a newer Vigie (version: ${version}): update Vigie`,
  'roster.version': () => 'the version is 1',
  'roster.unknown-key': ({ key, known, nearest }) =>
    `a roster has no key "${key}"; ${nearest === undefined ? `its keys are ${joinList(known, 'en')}` : `did you mean "${nearest}"?`}`,
  'roster.missing-key': ({ key }) => `the key "${key}" is missing`,
  'roster.labs': () => 'labs is a list of ids or paths of labs, at least one',
  'roster.no-students': () => 'students gives for each name that student’s entry; at least one',
  'entry.not-a-mapping': () => 'an entry has keys: id, and report, evidence, engine or submission',
  'entry.yaml': ({ detail }) => detail,
  'entry.unknown-key': ({ key, known, nearest }) =>
    `an entry has no key "${key}"; ${nearest === undefined ? `its keys are ${joinList(known, 'en')}` : `did you mean "${nearest}"?`}`,
  'entry.duplicate-key': ({ key, line }) => `the key "${key}" is already on line ${line}`,
  'entry.duplicate-name': ({ line }) =>
    `this name is already on line ${line}; of two of one name, tell the second apart, such as "Name (2)"`,
  'entry.duplicate-id': ({ id, line }) => `the id "${id}" is already on line ${line} (case does not count)`,
  'entry.no-id': () => 'the key "id" is missing',
  'entry.bad-id': ({ id }) =>
    `"${id}" is no id: letters without accents, digits, "-", "_" and "." only, 100 at most, a letter, a digit or "_" first`,
  'entry.bad-text': ({ key, reason }) => `"${key}" ${unsafe.en[reason]}`,
  'entry.bad-email': () => 'this is no address',
  'entry.no-source': () => 'there is nothing to grade here: it takes report, evidence, engine or submission',
  'entry.several-sources': ({ keys }) => `only one of these keys: ${joinList(keys, 'en')}`,
  'entry.answers-without-engine': () => 'answers goes only with engine',
};

const words: Readonly<Record<Language, Words>> = { fr: french, en: english };
