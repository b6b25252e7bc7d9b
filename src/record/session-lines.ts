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
const longestPauseMs = 30_000;

/** Which prompt a session knows this place by; `undefined` where a player could not recognise it. */
export function promptKindAt({ prompt, isShell }: Place): PromptKind | undefined {
  const known = kindOfPrompt(prompt.trimStart());
  // Whatever the student's own prompt looks like; a command that goes on has the sign of its own.
  if (isShell) return known === 'program' ? 'program' : 'host';
  return known;
}

/** A line that was typed and seen. */
export function typedLines(text: string, place: Place): readonly string[] {
  const kind = promptKindAt(place);
  if (kind !== undefined) return text.trim() === '' ? [] : [`${signs[kind]} ${text}`];
  if (text.trim() === '') return place.prompt.trim() === '' ? [] : [...waitFor(place.prompt, 0), '<Enter>'];
  return [...waitFor(place.prompt, 1000), `> ${text}`];
}

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
