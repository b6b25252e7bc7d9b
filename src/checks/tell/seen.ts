import { isJsonObject, type Json } from '../../text/json';
import type { Language } from '../../text/language';
import { expectedEntries } from '../match/map-matchers';
import type { About } from './about';
import { tellEntries, tellValue } from './value';

/** What was seen, in words; of a map as much as was asked for. */
export function tellSeen(
  about: About,
  expected: Json | undefined,
  seen: Json | undefined,
  language: Language,
): string {
  const isKeyed = (about.shape === 'map' || about.shape === 'document') && !isSameAs(expected);
  const asked = isKeyed ? expectedEntries(expected) : [];
  if (asked.length === 0 || !isJsonObject(seen)) return tellValue(about, seen, language);
  const one: About = { ...about, shape: 'one' };
  const valueOf = (key: string): Json => (Object.hasOwn(seen, key) ? (seen[key] ?? null) : null);
  return tellEntries(
    asked.map(([key]) => [key, valueOf(key)]),
    (_, value) => tellValue(one, value, language),
    language,
  );
}

const isSameAs = (expected: Json | undefined): boolean =>
  isJsonObject(expected) && typeof expected['same-as'] === 'string';
