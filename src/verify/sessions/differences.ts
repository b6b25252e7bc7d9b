/** What came of a session, or what it declares. */
export interface Result {
  /** `<check id> <outcome> [<message code>]` of each check that does not pass. */
  readonly outcomes: readonly string[];
  readonly points: number | undefined;
}

/**
 * What a session declares and did not come (`- …`), and what came and is not declared (`+ …`); nothing where both are one. A
 * declaration need not name the message code, nor the points.
 */
export function differences(declared: Result, seen: Result): readonly string[] {
  const isMet = (line: string): boolean => seen.outcomes.some((one) => says(line, one));
  const isDeclared = (line: string): boolean => declared.outcomes.some((one) => says(one, line));
  const points = declared.points === undefined || declared.points === seen.points;
  return [
    ...declared.outcomes.filter((line) => !isMet(line)).map((line) => `- expect: ${line}`),
    ...seen.outcomes.filter((line) => !isDeclared(line)).map((line) => `+ expect: ${line}`),
    ...(points ? [] : [`- points: ${declared.points}`, `+ points: ${seen.points ?? ''}`]),
  ];
}

/** Whether a declaration holds of an outcome. */
function says(declared: string, seen: string): boolean {
  const words = declared.split(' ');
  return words.length === 2 ? seen.split(' ').slice(0, 2).join(' ') === declared : seen === declared;
}
