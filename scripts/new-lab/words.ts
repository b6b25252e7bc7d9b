import { textOfTrouble } from '../../src/text/file-trouble';
import type { Language } from '../../src/text/language';
import type { NameProblem } from '../new/read-one-name';
import type { LabProblem } from './plan-new-lab';
import { suggestName } from './suggest-name';

interface Words {
  readonly help: string;
  readonly problem: (problem: NameProblem | LabProblem) => readonly string[];
  readonly unwritable: (path: string, trouble: string) => readonly string[];
  readonly done: (name: string) => readonly string[];
}

const example = (name = '10-web'): string => `npm run new:lab -- ${name}`;
const ofSeveral = (names: readonly string[]): string => example(suggestName(names.join('-')));

const fr: Words = {
  help: `Utilisation : npm run new:lab -- <nom> [--lang fr|en]

Écrit les fichiers d’un nouveau TP dans labs/<nom> : le TP lui-même, son énoncé
en français et en anglais, ses sessions. Il est valable tel quel : remplacez ce
qu’il contient par le vôtre.

  <nom>            nom du dossier et identifiant du TP, par exemple 10-web
  --lang <langue>  langue des messages : fr ou en
  -h, --help       afficher cette aide
`,
  problem: (problem) => {
    switch (problem.code) {
      case 'missing':
        return ['Il manque le nom du TP.', `→ Essayez : ${example()}`];
      case 'several':
        return [
          `Un seul TP à la fois, et un nom sans espaces : ${problem.names.length} noms ont été donnés (${problem.names.join(', ')}).`,
          `→ Essayez : ${ofSeveral(problem.names)}`,
        ];
      case 'unknown-option':
        return [`Option inconnue : ${problem.option}.`, `→ Pour voir l’aide : ${example('--help')}`];
      case 'language':
        return problem.seen === undefined
          ? ['Il manque la valeur de --lang : fr ou en.']
          : [`--lang attend fr ou en, et non « ${problem.seen} ».`];
      case 'bad-name':
        return [
          `« ${problem.name} » ne peut pas être le nom d’un TP : lettres sans accent, chiffres, « . », « _ » et « - », 64 au plus ; il commence par une lettre ou un chiffre, et ne finit pas comme un fichier (.yaml, .yml).`,
          `→ Essayez : ${example(problem.suggested)}`,
        ];
      case 'exists':
        return [
          `${problem.folder} existe déjà : rien n’a été écrit.`,
          `→ Choisissez un autre nom, ou modifiez ce qui s’y trouve.`,
        ];
    }
  },
  unwritable: (path, trouble) => [`${path} n’a pas pu être écrit : ${textOfTrouble(trouble, 'fr')}`],
  done: (name) => [
    `Ce TP est valable tel quel ; pour vérifier : npm run lint:labs -- ${name}. La suite est dans docs/new-lab.md.`,
  ],
};

const en: Words = {
  help: `Usage: npm run new:lab -- <name> [--lang fr|en]

Writes the files of a new lab to labs/<name>: the lab itself, its instructions
in French and English, its sessions. It is sound as it is: put your own in the
place of what is in it.

  <name>             name of the folder and id of the lab, such as 10-web
  --lang <language>  language of the messages: fr or en
  -h, --help         display this help
`,
  problem: (problem) => {
    switch (problem.code) {
      case 'missing':
        return ['The name of the lab is missing.', `→ Try: ${example()}`];
      case 'several':
        return [
          `One lab at a time, and a name without spaces: ${problem.names.length} names were given (${problem.names.join(', ')}).`,
          `→ Try: ${ofSeveral(problem.names)}`,
        ];
      case 'unknown-option':
        return [`Unknown option: ${problem.option}.`, `→ For help: ${example('--help')}`];
      case 'language':
        return problem.seen === undefined
          ? ['--lang takes a value: fr or en.']
          : [`--lang takes fr or en, and not "${problem.seen}".`];
      case 'bad-name':
        return [
          `"${problem.name}" cannot name a lab: letters without accents, digits, ".", "_" and "-", at most 64; it begins with a letter or a digit, and does not end like a file (.yaml, .yml).`,
          `→ Try: ${example(problem.suggested)}`,
        ];
      case 'exists':
        return [
          `${problem.folder} is there already: nothing was written.`,
          `→ Choose another name, or edit what is there.`,
        ];
    }
  },
  unwritable: (path, trouble) => [`${path} could not be written: ${textOfTrouble(trouble, 'en')}`],
  done: (name) => [
    `This lab is sound as it is; to check it: npm run lint:labs -- ${name}. What to do next is in docs/new-lab.md.`,
  ],
};

export const newLabWords: Readonly<Record<Language, Words>> = { fr, en };
