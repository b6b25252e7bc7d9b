import { kindOfPrompt } from '../cleanroom/sessions/prompts';
import type { PromptKind } from '../cleanroom/sessions/session';
import { formatDuration } from '../text/duration';
import { commentLine } from './words';

/** Where something was typed: what stood before it on its line, and whether the student's own shell reads it. */
export interface Place {
  readonly prompt: string;
  readonly isShell: boolean;
}

const signs: Readonly<Record<PromptKind, string>> = { host: '$', container: '#', program: '>' };
const longestWait = 60;
/** A session takes no longer ones. */
const longestLine = 3900;
const longestPauseMs = 30_000;

/** Which prompt a session knows this place by; `undefined` where a player could not recognise it. */
export function promptKindAt({ prompt, isShell }: Place): PromptKind | undefined {
  const known = kindOfPrompt(prompt.trimStart());
  // Whatever the student's own prompt looks like; a command that goes on has the sign of its own.
  if (isShell) return known === 'program' ? 'program' : 'host';
  return known;
}

/** A line that was typed and seen; several where a shell took them as one. */
export function typedLines(text: string, place: Place): readonly string[] {
  const kind = promptKindAt(place);
  const lines = text.split('\n');
  if (lines.some((line) => line.length > longestLine)) return [commentLine.unclear];
  if (kind === 'program')
    return lines.flatMap((line, index) => programLine(line, index > 0 || goesOn.test(place.prompt)));
  if (kind !== undefined) {
    if (lines.length > 1 && lines.some((line) => isOpen.test(line) || hasOpenQuote(line)))
      return [commentLine.several];
    return lines.filter((line) => line.trim() !== '').map((line) => `${signs[kind]} ${line}`);
  }
  if (text.trim() === '') return place.prompt.trim() === '' ? [] : [...waitFor(place.prompt, 0), '<Enter>'];
  return [...waitFor(place.prompt, 1000), `> ${text}`];
}

/** An empty line ends a block of Python, and belongs to what `<<` reads. */
function programLine(line: string, isMore: boolean): readonly string[] {
  if (line.trim() === '') return isMore ? ['>'] : [];
  return [`> ${line}`];
}

const goesOn = /^(?:\.\.\. |> )$/;

/** What a line of several says that goes on in the next one: alone a shell would ask for the rest, with another prompt. */
const isOpen =
  /(?:\\|\||&&|\|\||[({])\s*$|<<|^\s*(?:for|while|until|if|case|select|function|do|done|then|else|elif|fi|esac|[)}])(?![\w-])/;
const hasOpenQuote = (line: string): boolean =>
  [`'`, '"', '`'].some((quote) => line.split(quote).length % 2 === 0);

/** A line of which the screen showed nothing, such as a password. */
export const unseenLines = (place: Place): readonly string[] => [
  ...waitFor(place.prompt, 1000),
  commentLine.unseen,
  '<Enter>',
];

/** Keys that end or leave something. At a prompt a player knows by itself when; elsewhere it waits for what the student saw. */
export const keyLines = (
  keys: string,
  place: Place,
  { seen, waitedMs }: { readonly seen: string; readonly waitedMs: number },
): readonly string[] => (promptKindAt(place) === undefined ? [...waitFor(seen, waitedMs), keys] : [keys]);

/** For the end of the text that was seen; where nothing was, for as long as the student did. */
function waitFor(seen: string, waitedMs: number): readonly string[] {
  const text = seen.trim().slice(-longestWait).trim();
  if (text !== '') return [`wait "${text}"`];
  const ms = Math.min(longestPauseMs, Math.max(1000, Math.round(waitedMs / 1000) * 1000));
  return [`wait ${formatDuration(ms)}`];
}
