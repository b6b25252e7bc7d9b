export const quote = (text: string): string => `"${text}"`;

/** "a", "b" and "c" */
export function quoteAll(texts: readonly string[]): string {
  const quoted = texts.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
