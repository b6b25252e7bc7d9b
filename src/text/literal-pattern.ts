/** Where a pattern was found; `index` counts UTF-16 code units. */
export interface Found {
  readonly index: number;
  readonly text: string;
}

/**
 * A plain string search for a pattern body that has no operator but `^` at its start and `$` at its end, or undefined for any
 * other. Most patterns of labs are like that, and need no regular expression engine.
 */
export function literalSearch(body: string): ((text: string) => Found | undefined) | undefined {
  const [, start, escaped = '', end] =
    /^(\^?)((?:[^\\^$.|?*+()[\]{}]|\\[^\p{L}\p{N}\s_])*)(\$?)$/u.exec(body) ?? [];
  // Half a character would match inside a whole one here, but never in RE2.
  if (escaped === '' || /\p{Cs}/u.test(escaped)) return undefined;
  const text = escaped.replace(/\\(.)/gsu, '$1');
  return (subject) => {
    const index = locate(subject, text, start === '^', end === '$');
    return index < 0 ? undefined : { index, text };
  };
}

function locate(subject: string, text: string, atStart: boolean, atEnd: boolean): number {
  if (atStart && atEnd) return subject === text ? 0 : -1;
  if (atStart) return subject.startsWith(text) ? 0 : -1;
  if (atEnd) return subject.endsWith(text) ? subject.length - text.length : -1;
  return subject.indexOf(text);
}
