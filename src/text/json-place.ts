import type { Language } from './language';

/**
 * Where `JSON.parse` gave up, as data: `3:5` (line and column, from 1), `end`, or nothing where it does not tell. It speaks English, quotes the text at length, and
 * says it otherwise in each version of Node: only the number is read.
 */
export function jsonPlace(text: string, error: unknown): string {
  const says = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  if (says.startsWith('Unexpected end of')) return 'end';
  // Behind what it quotes of the text, which may say the same.
  const position = / (?:in|after) JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(says)?.[1];
  if (position === undefined) return '';
  if (Number(position) >= text.length) return 'end';
  const lines = text.slice(0, Number(position)).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

/** The same for people: `ce n’est pas du JSON (ligne 3, colonne 5)`. */
export function textOfJsonPlace(place: string, language: Language): string {
  const { notJson, end, at } = words[language];
  if (place === 'end') return end;
  const [line, column] = place.split(':');
  return line === undefined || column === undefined ? notJson : `${notJson} (${at(line, column)})`;
}

interface Words {
  readonly notJson: string;
  readonly end: string;
  readonly at: (line: string, column: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    notJson: 'ce n’est pas du JSON',
    end: 'il manque la fin du JSON',
    at: (line, column) => `ligne ${line}, colonne ${column}`,
  },
  en: {
    notJson: 'it is no JSON',
    end: 'the end of the JSON is missing',
    at: (line, column) => `line ${line}, column ${column}`,
  },
};
