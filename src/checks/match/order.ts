import { parseDuration } from '../../text/duration';
import type { Json } from '../../text/json';
import { parseSize } from '../../text/size';
import { parseVersion, satisfiesRange } from '../../text/version';
import type { ComparedType } from './target';

/** Positive when `seen` is greater than `expected`, 0 when they are level, undefined when they cannot be compared. */
export function orderOf(type: ComparedType, seen: Json | undefined, expected: Json): number | undefined {
  if (seen === undefined) return undefined;
  switch (type) {
    case 'number':
    case 'json':
      return difference(numberOf(seen), numberOf(expected));
    case 'size':
      return difference(bytesOf(seen), bytesOf(expected));
    case 'duration':
      return difference(millisecondsOf(seen), millisecondsOf(expected));
    case 'version':
      return orderOfVersions(seen, expected);
    default:
      return undefined;
  }
}

export function bytesOf(value: Json): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const bytes = parseSize(value);
  return bytes.ok ? bytes.value : undefined;
}

/** A bare number is milliseconds: only facts have one, authors have to write the unit. */
export function millisecondsOf(value: Json): number | undefined {
  if (typeof value !== 'string') return numberOf(value);
  const milliseconds = parseDuration(value);
  return milliseconds.ok ? milliseconds.value : undefined;
}

const numberOf = (value: Json): number | undefined => (typeof value === 'number' ? value : undefined);

function difference(seen: number | undefined, expected: number | undefined): number | undefined {
  if (seen === undefined || expected === undefined) return undefined;
  // Not a subtraction: two infinities would give NaN.
  return seen > expected ? 1 : seen < expected ? -1 : seen === expected ? 0 : undefined;
}

function orderOfVersions(seen: Json, expected: Json): number | undefined {
  if (typeof seen !== 'string' || (typeof expected !== 'string' && typeof expected !== 'number'))
    return undefined;
  const wanted = parseVersion(String(expected));
  if (!wanted.ok || !parseVersion(seen).ok) return undefined;
  // Written with all three numbers a range is a plain comparison.
  const lies = (operator: '>' | '<'): boolean => {
    const inside = satisfiesRange(seen, `${operator}${wanted.value.compared}`);
    return inside.ok && inside.value;
  };
  return lies('>') ? 1 : lies('<') ? -1 : 0;
}
