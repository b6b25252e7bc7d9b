/** Cuts a text; the rest of a long one is not kept in memory by what is left of it. */
export function shortCopy(text: string, length: number): string {
  if (text.length <= length) return text;
  // V8 makes a slice that holds on to the whole; a round trip makes a text of its own.
  return JSON.parse(JSON.stringify(`${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`)) as string;
}
