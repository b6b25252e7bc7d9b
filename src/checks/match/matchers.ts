import type { ComparedType } from './target';

/** Keys of an expectation that is an object; several keys have to hold all. */
export const matcherNames = [
  'not',
  'any',
  'all',
  'none',
  'only',
  'contains',
  'matches',
  'equals',
  'gt',
  'gte',
  'lt',
  'lte',
  'size',
  'exists',
  'same-as',
] as const;
export type MatcherName = (typeof matcherNames)[number];

export const isMatcherName = (key: string): key is MatcherName =>
  (matcherNames as readonly string[]).includes(key);

/** What `gt`, `gte`, `lt`, `lte` ask of the order of the seen value and the expected one. */
export const orders = {
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
} as const;

/** Types whose values have an order. */
export const isOrdered = (type: ComparedType): boolean =>
  ['number', 'version', 'size', 'duration', 'json'].includes(type);

/** Types of which a literal `/…/` is a pattern. A path is full of slashes, so there only `matches` takes one. */
export const takesPatterns = (type: ComparedType): boolean =>
  ['string', 'text', 'version', 'reference', 'publication', 'command', 'platform', 'json'].includes(type);

/** Types that are written as text, so that a bare `1.10` in YAML means these four characters. */
export const isTextual = (type: ComparedType): boolean =>
  !['number', 'boolean', 'size', 'duration', 'json'].includes(type);
