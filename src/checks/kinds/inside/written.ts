import type { Json } from '../../../text/json';

/** What an author wrote as one word or number; validation has refused anything else. */
export function written(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
