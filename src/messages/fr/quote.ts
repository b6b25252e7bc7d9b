/** A name as French typography sets it: guillemets with no-break spaces. */
export const quote = (text: string): string => `«\u00a0${text}\u00a0»`;

/** « a », « b » et « c » */
export function quoteAll(texts: readonly string[]): string {
  const quoted = texts.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} et ${last}`;
}
