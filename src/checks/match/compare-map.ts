import { isJsonObject, type Json } from '../../text/json';
import { equalsExactly } from './literal';
import { isAboutTheMap } from './map-matchers';
import { isMatcherName, type MatcherName } from './matchers';
import { everyOf, matchers, meets } from './meets';
import { entryOf, keysOf, type Sight } from './sight';
import { asList, type How, type Target } from './target';
import { allOf, anyOf, negated, truthOf, type Truth } from './truth';

/** An object of matchers is about the map or its keys, any other gives expectations by key; a word or list is about the keys. */
export function compareMap(target: Target, expected: Json, sight: Sight): Truth {
  const keys: How = { type: 'string', spell: target.spellKey };
  if (!isJsonObject(expected)) return meets(keys, expected, keysOf(sight));
  if (isAboutTheMap(expected))
    return allOf(Object.entries(expected), ([name, argument]) =>
      isMatcherName(name) ? onMap(name, target, keys, argument, sight) : 'no',
    );
  return everyOf(Object.entries(expected), sight, ([key, value]) =>
    meets(target, value, entryOf(sight, key, target.spellKey)),
  );
}

function onMap(name: MatcherName, target: Target, keys: How, argument: Json, sight: Sight): Truth {
  const one = (item: Json): Truth => compareMap(target, item, sight);
  switch (name) {
    case 'not':
      return negated(one(argument));
    case 'any':
      return anyOf(asList(argument), one);
    case 'all':
      return everyOf(asList(argument), sight, one);
    case 'none':
      return negated(anyOf(asList(argument), one));
    case 'equals':
      if (sight.cut !== false) return 'unknown';
      return truthOf(sight.value !== undefined && equalsExactly(target, argument, sight.value));
    default:
      return matchers[name](keys, argument, keysOf(sight));
  }
}
