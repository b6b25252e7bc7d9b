import type { Language } from '../../text/language';
import { argumentInFrench, placeholdersInFrench } from './placeholders';

/**
 * What Commander says of a command line that cannot be meant, in the language of the run. Commander speaks English only, and gives a sentence instead of its
 * parts: those are read out of it. A sentence that is not known here (of another version of Commander) is passed on as it is.
 */
export function textOfUsageError(says: string, language: Language): string {
  const sentence = says.trim();
  // On one line: the lines of a sentence are set when it is printed.
  if (language === 'en') return sentence.replace(/\n(?=\(Did you mean [^\n]*\?\)$)/, ' ');
  for (const [pattern, inFrench] of french) {
    const parts = pattern.exec(sentence);
    if (parts) return inFrench(...parts.slice(1));
  }
  return sentence;
}

type Sentence = readonly [RegExp, (...parts: readonly string[]) => string];

// An argument may hold quotes and line breaks, and whole sentences of Commander: each pattern is anchored at both ends.
const french: readonly Sentence[] = [
  [
    /^error: unknown option '(.*?)'(?:\n\(Did you mean (?:one of )?([^\n]*)\?\))?$/s,
    (flag = '', meant = '') => `Option inconnue : ${flag}.${proposed(meant)}`,
  ],
  [
    /^error: unknown command '(.*?)'(?:\n\(Did you mean (?:one of )?([^\n]*)\?\))?$/s,
    (name = '', meant = '') => `Commande inconnue : ${name}.${proposed(meant)}`,
  ],
  [
    /^error: missing required argument '(.*)'$/s,
    (name = '') => `Il manque l’argument <${argumentInFrench(name)}>.`,
  ],
  [
    /^error: option '(.*)' argument missing$/s,
    (flags = '') => `Il manque la valeur de l’option ${placeholdersInFrench(flags)}.`,
  ],
  [
    /^error: required option '(.*)' not specified$/s,
    (flags = '') => `Il manque l’option ${placeholdersInFrench(flags)}.`,
  ],
  [
    /^error: option '(.*)' cannot be used with option '(.*)'$/s,
    (one = '', other = '') =>
      `Les options ${placeholdersInFrench(one)} et ${placeholdersInFrench(other)} ne vont pas ensemble.`,
  ],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/s,
    (command = '', expected, seen) =>
      `Trop d’arguments${command === '' ? '' : ` pour ${command}`} : ${expected} au plus, ${seen} ici.`,
  ],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
    (flags = '', value, why = '') =>
      `L’option ${placeholdersInFrench(flags)} n’accepte pas « ${value} ». ${accepted(why)}`,
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s,
    (value, name = '', why = '') =>
      `L’argument <${argumentInFrench(name)}> n’accepte pas « ${value} ». ${accepted(why)}`,
  ],
];

const proposed = (meant: string): string =>
  meant === '' ? '' : ` Vouliez-vous dire ${meant.split(', ').join(' ou ')} ?`;

/** Of the reasons only Commander's own is in English: the others were written for this run. */
const accepted = (why: string): string =>
  why.replace(/^Allowed choices are (.*)\.$/s, (_, choices: string) => `Valeurs possibles : ${choices}.`);

/** `--lang` of a command line that may be wrong elsewhere; not yet looked at otherwise. */
export function languageWish(args: readonly string[]): string | undefined {
  const own = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  const at = own.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const option = own[at];
  if (option === undefined) return undefined;
  return option.startsWith('--lang=') ? option.slice('--lang='.length) : own[at + 1];
}
