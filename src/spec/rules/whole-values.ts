import { isJsonObject, type Json } from '../../text/json';

/** A text in an expectation, and where it stands in it. */
export interface Written {
  readonly value: string;
  readonly path: readonly (string | number)[];
}

/** Matchers whose argument is a value that the whole could have; a part or a pattern of one can be anything. */
const ofWhole = ['not', 'any', 'all', 'none', 'only', 'equals'];

export const wholeValuesIn = (expected: Json): readonly Written[] =>
  textsIn(expected, (key) => ofWhole.includes(key));

/** What `same-as` refers to, wherever it stands. */
export const referencesIn = (expected: Json): readonly Written[] =>
  textsIn(expected, () => true).filter(({ path }) => path.at(-1) === 'same-as');

function textsIn(expected: Json, into: (key: string) => boolean): readonly Written[] {
  if (typeof expected === 'string') return [{ value: expected, path: [] }];
  const below = (key: string | number, inner: Json): readonly Written[] =>
    textsIn(inner, into).map(({ value, path }) => ({ value, path: [key, ...path] }));
  if (Array.isArray(expected)) return expected.flatMap((item: Json, index) => below(index, item));
  if (!isJsonObject(expected)) return [];
  return Object.entries(expected).flatMap(([key, inner]) => (into(key) ? below(key, inner) : []));
}
