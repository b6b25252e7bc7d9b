import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import { isMatcherName } from './matchers';
import { isList } from './target';

/**
 * Whether what stands under a matcher's name in an expectation of a map is its argument: then the matcher is about the map. Else it is the
 * key of an entry: a label may well be called `size`, and its value is a text.
 */
export function isMapMatcher(name: string, argument: Json): boolean {
  if (!isMatcherName(name)) return false;
  switch (name) {
    case 'size':
      return typeof argument === 'number' || isJsonObject(argument);
    case 'exists':
      return typeof argument === 'boolean';
    case 'any':
    case 'all':
    case 'none':
    case 'only':
      return isList(argument);
    case 'not':
    case 'contains':
    case 'matches':
    case 'equals':
      return true;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    case 'same-as':
      return false;
  }
}

/** All of an object's keys are matchers: it is about the map and not about entries of that name. */
export function isAboutTheMap(expected: JsonObject): boolean {
  const entries = Object.entries(expected);
  return entries.length > 0 && entries.every(([name, argument]) => isMapMatcher(name, argument));
}

/** What is expected of single entries, by their keys. */
export const expectedEntries = (expected: Json | undefined): readonly (readonly [string, Json])[] =>
  isJsonObject(expected) && !isAboutTheMap(expected) ? Object.entries(expected) : [];
