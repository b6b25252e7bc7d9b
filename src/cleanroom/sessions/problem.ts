import type { Language } from '../../text/language';
import type { ProblemArgs, PromptKind, SessionProblem, SessionProblemCode } from './session';

/** A problem with its English sentence. */
export function sessionProblem(
  line: number,
  code: SessionProblemCode,
  args: ProblemArgs = {},
): SessionProblem {
  return { line, code, args, message: words.en[code](args, line) };
}

/** Why a line could not be read or played, in one sentence that still has to be escaped. */
export const sessionProblemText = ({ code, args, line }: SessionProblem, language: Language): string =>
  words[language][code](args, line);

type Words = Readonly<Record<SessionProblemCode, (args: ProblemArgs, line: number) => string>>;

const frenchPlaces: Readonly<Record<PromptKind, string>> = {
  host: 'sur l’hôte',
  container: 'dans un conteneur',
  program: 'dans un programme',
};
const englishPlaces: Readonly<Record<PromptKind, string>> = {
  host: 'on the host',
  container: 'in a container',
  program: 'in a program',
};
const placeIn = (places: Readonly<Record<PromptKind, string>>, kind: string | undefined): string =>
  Object.entries(places).find(([name]) => name === kind)?.[1] ?? '';

const french: Words = {
  'session.syntax': ({ content }) =>
    `« ${content} » n’est rien de tel : $ commande, # commande, > texte, <Ctrl-P><Ctrl-Q>, wait "texte" 30s, within 5m, ; commentaire.`,
  'session.bad-wait': () => 'Une attente s’écrit : wait "le texte attendu" 30s',
  'session.bad-within': () => 'Un délai s’écrit : within 5m, juste avant la ligne à laquelle il s’applique.',
  'session.unknown-key': ({ key, keys }) => `« ${key} » n’est pas une touche connue ici ; il y a ${keys}.`,
  'session.bad-duration': ({ duration }) => `« ${duration} » n’est pas une durée comme 30s ou 2m.`,
  'session.control-character': () =>
    'La ligne contient un caractère de contrôle ; les touches s’écrivent par leur nom : <Ctrl-C>.',
  'session.line-too-long': ({ most }) => `La ligne a plus de ${most} caractères.`,
  'session.too-many-lines': ({ most }) => `La session a plus de ${most} lignes à jouer.`,
  'session.wrong-prompt': ({ content, at, meant }, line) =>
    `La ligne ${line} a été tapée ${placeIn(frenchPlaces, at)}, et non ${placeIn(frenchPlaces, meant)} : ${content}`,
  'session.no-prompt': ({ content, tail }, line) =>
    `Ligne ${line} : aucune invite n’est revenue pour ${content} ; le terminal se termine par : ${tail}`,
  'session.text-not-seen': ({ text, tail }, line) =>
    `Ligne ${line} : « ${text} » n’est pas apparu ; le terminal se termine par : ${tail}`,
  'session.terminal-ended': ({ content }, line) =>
    `Ligne ${line} : le terminal était déjà quitté avant ${content}.`,
  'session.too-much-output': ({ content }, line) =>
    `Ligne ${line} : la sortie n’en finit pas ; la session a été arrêtée avant ${content}.`,
  'session.too-long': ({ limit }, line) => `Ligne ${line} : la session a dépassé ${limit} et a été arrêtée.`,
};

const english: Words = {
  'session.syntax': ({ content }) =>
    `"${content}" is none of: $ command, # command, > text, <Ctrl-P><Ctrl-Q>, wait "text" 30s, within 5m, ; comment.`,
  'session.bad-wait': () => 'A wait line reads: wait "the text to wait for" 30s',
  'session.bad-within': () => 'A time limit reads: within 5m, just before the line that it is for.',
  'session.unknown-key': ({ key, keys }) => `"${key}" is no key that can be pressed here; there are ${keys}.`,
  'session.bad-duration': ({ duration }) => `"${duration}" is no duration such as 30s or 2m.`,
  'session.control-character': () =>
    'The line has a control character in it; keys are written by name: <Ctrl-C>.',
  'session.line-too-long': ({ most }) => `The line has more than ${most} characters.`,
  'session.too-many-lines': ({ most }) => `The session has more than ${most} lines to play.`,
  'session.wrong-prompt': ({ content, at, meant }, line) =>
    `Line ${line} was typed ${placeIn(englishPlaces, at)}, not ${placeIn(englishPlaces, meant)}: ${content}`,
  'session.no-prompt': ({ content, tail }, line) =>
    `Line ${line}: no prompt came back for ${content}; the terminal ends with: ${tail}`,
  'session.text-not-seen': ({ text, tail }, line) =>
    `Line ${line}: "${text}" did not appear; the terminal ends with: ${tail}`,
  'session.terminal-ended': ({ content }, line) =>
    `Line ${line}: the terminal had been left before ${content}.`,
  'session.too-much-output': ({ content }, line) =>
    `Line ${line}: the output has no end; the session was stopped before ${content}.`,
  'session.too-long': ({ limit }, line) =>
    `Line ${line}: the session took more than ${limit} and was stopped.`,
};

const words: Readonly<Record<Language, Words>> = { fr: french, en: english };
