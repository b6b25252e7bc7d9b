import type { Json } from '../../../../text/json';
import type { Attribute } from '../../../attribute';
import type { Container } from '../container';

export type Attributes = Readonly<Record<string, Attribute<Container>>>;

/** What was read; `undefined` where the engine says nothing. */
export const seen = (value: Json | undefined) => ({ value });

export const words = (value: readonly string[] | string | null | undefined): string[] =>
  typeof value === 'string' ? [value] : [...(value ?? [])];
