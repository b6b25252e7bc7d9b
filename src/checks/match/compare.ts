import { isJsonObject, type Json } from '../../text/json';
import { parseJsonPath, valueAt } from '../../text/json-path';
import { compareMap } from './compare-map';
import { everyOf, meets } from './meets';
import { partOf, type Sight } from './sight';
import { isScalar, type Target } from './target';
import type { Truth } from './truth';

/**
 * Whether what was seen meets an author's expectation. Never throws, whatever both are.
 * Nothing seen meets only `exists: false` and negations; NaN meets nothing. What was cut is never the opposite of the whole:
 * what is found in it is found, and what is not found is not known.
 */
export function compare(target: Target, expected: Json, sight: Sight): Truth {
  if (hasNaN(expected) || Number.isNaN(sight.value)) return 'no';
  if (sight.value === undefined && sight.cut !== false) return 'unknown';
  if (target.shape === 'map') return compareMap(target, expected, sight);
  if (target.shape === 'document') return compareDocument(expected, sight);
  return meets(target, expected, sight);
}

function compareDocument(expected: Json, sight: Sight): Truth {
  if (!isJsonObject(expected)) return 'no';
  return everyOf(Object.entries(expected), sight, ([path, value]) => {
    const steps = parseJsonPath(path);
    return meets(
      { type: 'json' },
      value,
      partOf(sight, steps.ok ? valueAt(sight.value, steps.value) : undefined),
    );
  });
}

function hasNaN(value: Json): boolean {
  if (isScalar(value)) return Number.isNaN(value);
  return Object.values(value).some(hasNaN);
}
