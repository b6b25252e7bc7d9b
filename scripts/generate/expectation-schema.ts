import type { Attribute, ValueType } from '../../src/checks/attribute';
import { isOrdered, matcherNames, takesPatterns, type MatcherName } from '../../src/checks/match/matchers';
import { matchers as matcherTexts, types as typeTexts } from './descriptions';
import type { Schema } from './structure';

type Compared = ValueType | 'json';
// The record of texts has every type, or it would not compile.
const types = [...Object.keys(typeTexts), 'json'] as readonly Compared[];

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const listOf = (items: Schema, minItems = 1): Schema => ({ type: 'array', items, minItems });

/** Definitions of all that an author may expect, one set a type of value. */
export const expectationDefs: Readonly<Record<string, Schema>> = Object.fromEntries(
  types.flatMap((type) => [
    [`matchers-${type}`, matchersOf(type)],
    [
      `one-${type}`,
      {
        anyOf: [
          literalOf(type),
          ref(`matchers-${type}`),
          ...(type === 'text' ? [listOf(ref('one-text'))] : []),
        ],
      },
    ],
    [`list-${type}`, { anyOf: [literalOf(type), listOf(ref(`list-${type}`)), ref(`matchers-${type}`)] }],
    [
      `map-${type}`,
      {
        anyOf: [
          { type: 'object', minProperties: 1, additionalProperties: ref(`one-${type}`) },
          ref('list-string'),
          ref(`map-matchers-${type}`),
        ],
      },
    ],
    [`map-matchers-${type}`, mapMatchersOf(type)],
  ]),
);

/** What may stand behind an attribute's key. */
export function attributeSchema({ type, shape, values, describe, example }: Attribute<unknown>): Schema {
  const about = { description: describe, examples: [example] };
  if (shape === 'document')
    return { ...about, type: 'object', minProperties: 1, additionalProperties: ref('list-json') };
  // Beside `$ref` draft 7 ignores everything.
  if (values === undefined || shape === 'map') return { ...about, allOf: [ref(`${shape}-${type}`)] };
  const words: Schema = { enum: values };
  return {
    ...about,
    anyOf: [
      words,
      ...(takesPatterns(type) ? [{ type: 'string', pattern: '^/.+/[a-z]*$' }] : []),
      ...(shape === 'list' ? [listOf(ref(`list-${type}`))] : []),
      ref(`matchers-${type}`),
    ],
  };
}

/** Matchers of a whole map that take expectations of its entries; the others are about its keys. */
function mapMatchersOf(type: Compared): Schema {
  const own = ref(`map-${type}`);
  return {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      not: own,
      any: listOf(own),
      all: listOf(own),
      none: listOf(own),
      equals: { type: 'object' },
      size: ref('one-number'),
      exists: { type: 'boolean' },
      contains: ref('list-string'),
      only: listOf(ref('list-string'), 0),
      matches: { type: ['string', 'array'], items: { type: 'string' } },
    },
  };
}

function literalOf(type: Compared): Schema {
  switch (type) {
    case 'number':
    case 'boolean':
      return { type };
    case 'size':
    case 'duration':
      return { type: ['string', 'number'] };
    case 'json':
      return { type: ['string', 'number', 'boolean', 'null'] };
    default:
      // A bare number is the text that it is written with.
      return { type: ['string', 'number', 'boolean'] };
  }
}

function matchersOf(type: Compared): Schema {
  const own = ref(`list-${type}`);
  const argument = (name: MatcherName): Schema | undefined => {
    switch (name) {
      case 'not':
      case 'contains':
        return own;
      case 'any':
      case 'all':
      case 'none':
        return listOf(own);
      case 'only':
        return listOf(own, 0);
      case 'matches':
        return { type: ['string', 'array'], items: { type: 'string' } };
      case 'equals':
        return {};
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte':
        return isOrdered(type) ? literalOf(type) : undefined;
      case 'size':
        return ref('one-number');
      case 'exists':
        return { type: 'boolean' };
      case 'same-as':
        return { type: 'string', pattern: '^[a-z]+/.+\\.[a-z-]+(\\[.+\\])?$' };
    }
  };
  const properties = matcherNames.flatMap((name) => {
    const schema = argument(name);
    // A description beside `$ref` is not shown by draft 7, so the reference is wrapped.
    return schema ? [[name, { description: matcherTexts[name][0], allOf: [schema] }] as const] : [];
  });
  return {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}
