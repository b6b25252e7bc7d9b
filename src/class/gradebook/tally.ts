/** How often each text was met. */
export type Tally = Map<string, number>;

export function count(tally: Tally, text: string): void {
  tally.set(text, (tally.get(text) ?? 0) + 1);
}

/** By code units: the same on every machine and in every language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was met most often; of equals the first in the order of texts, so that no order of files matters. */
export function mostFrequent(tally: Tally): string {
  let best: readonly [string, number] = ['', 0];
  for (const [text, times] of tally)
    if (times > best[1] || (times === best[1] && byText(text, best[0]) < 0)) best = [text, times];
  return best[0];
}
