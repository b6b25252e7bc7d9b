import { isJsonObject, type Json } from '../../text/json';
import { isList } from './target';

/** Number of elements, keys or characters. */
export function sizeOf(value: Json | undefined): number | undefined {
  if (isList(value)) return value.length;
  if (isJsonObject(value)) return Object.keys(value).length;
  if (typeof value !== 'string') return undefined;
  let characters = 0;
  for (const _ of value) characters += 1;
  return characters;
}

/** There is nothing: engines write `null`, an empty text, list or mapping for the same, one this and another that. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || sizeOf(value) === 0;
