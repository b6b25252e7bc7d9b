import { isJsonObject, type Json } from '../../../text/json';

/** Numbers that events which nobody saw may tell, or may come to: those beside which an expectation can change its mind, and some that no event tells. */
export function unseenNumbers(expected: Json | undefined): readonly number[] {
  return [
    ...new Set([-1, 1e6, ...numbersIn(expected).flatMap((number) => [number - 1, number, number + 1])]),
  ];
}

function numbersIn(value: Json | undefined): readonly number[] {
  if (typeof value === 'number') return [value];
  if (Array.isArray(value)) return value.flatMap((item: Json) => numbersIn(item));
  return isJsonObject(value) ? Object.values(value).flatMap(numbersIn) : [];
}
