import type { Json } from '../../text/json';
import type { Shape, Spell, ValueType } from '../attribute';

/** What an expectation is about: how single values are compared, and how many there are. */
export interface Target {
  readonly type: ValueType;
  readonly shape: Shape;
  readonly spell?: Spell;
  readonly spellKey?: Spell;
}

/** How single values are compared. */
export interface How {
  readonly type: ComparedType;
  readonly spell?: Spell | undefined;
}

/** Values of a raw document have no declared type: they are compared as the JSON that they are. */
export type ComparedType = ValueType | 'json';

/** A value of an expectation that is neither a list nor an object. */
export type Scalar = null | boolean | number | string;

export const isScalar = (value: Json | undefined): value is Scalar =>
  value === null || typeof value !== 'object';

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** One value and a list of one are the same to `any`, `contains` and the like. */
export const asList = (value: Json): readonly Json[] => (isList(value) ? value : [value]);
