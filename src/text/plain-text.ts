import type { Json } from './json';

/** A value as one would write it: texts as they are, anything else as JSON; nothing is empty. */
export const plainText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
