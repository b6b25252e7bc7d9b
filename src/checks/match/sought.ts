import { isFoundInPart, piecesOf } from '../../text/find-in-part';
import { isJsonObject, type Json } from '../../text/json';
import { isPattern, patternSource, withoutFinalLineFeed } from './literal';
import { isMatcherName, type MatcherName } from './matchers';
import type { Sight } from './sight';
import { asList, isList, isScalar } from './target';
import { foundOr, type Truth } from './truth';

/** Matchers whose argument is not looked for inside a text. */
const others: ReadonlySet<MatcherName> = new Set([
  'equals',
  'size',
  'exists',
  'gt',
  'gte',
  'lt',
  'lte',
  'same-as',
]);

/** All texts and `/patterns/` that an expectation may look for in a long text. */
export function soughtIn(expected: Json): readonly string[] {
  if (isScalar(expected))
    return [isPattern('text', expected) ? expected : withoutFinalLineFeed(String(expected))];
  if (isList(expected)) return expected.flatMap(soughtIn);
  if (!isJsonObject(expected)) return [];
  return Object.entries(expected).flatMap(([name, argument]) => {
    if (!isMatcherName(name) || others.has(name)) return [];
    if (name !== 'matches') return soughtIn(argument);
    return asList(argument).flatMap((item) => (typeof item === 'string' ? [patternSource(item)] : []));
  });
}

type Sought = { readonly text: string } | { readonly pattern: string };

/** Whether a text has this of which only a part is left: by what was found where it was read, else by the part. */
export function isIn({ value, searched, startLost }: Sight, sought: Sought): Truth {
  const key = 'text' in sought ? sought.text : sought.pattern;
  const found = searched && Object.hasOwn(searched.found, key) ? searched.found[key] : undefined;
  if (found === true) return 'yes';
  if (found === false && searched?.size !== undefined) return 'no';
  if (typeof value !== 'string') return 'unknown';
  const isThere =
    'text' in sought
      ? piecesOf(value).some((piece) => piece.includes(key))
      : isFoundInPart(key, value, { startLost: startLost === true });
  return foundOr(isThere, 'unknown');
}
