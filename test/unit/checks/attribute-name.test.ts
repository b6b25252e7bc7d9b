import { describe, expect, test } from '@jest/globals';
import { attributeName } from '../../../src/checks/attribute-name';
import { kinds } from '../../../src/checks/registry';
import { languages } from '../../../src/text/language';

const attributes = Object.values(kinds).flatMap(({ kind, attributes: all }) =>
  Object.keys(all).map((key) => [kind, key] as const),
);

describe('the name of an attribute', () => {
  test.each(attributes)('of %s, %s, is words in each language', (kind, key) => {
    for (const language of languages) expect(attributeName(kind, key, language)).toMatch(/^\p{L}.{1,40}$/u);
    expect(attributeName(kind, key, 'fr')).not.toMatch(/["'()]|^[a-z]+-[a-z]+$/);
  });

  test('is another one for each attribute of a kind: two lines never say the same', () => {
    for (const language of languages) {
      const named = attributes.map(([kind, key]) => `${kind} ${attributeName(kind, key, language)}`);
      expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
    }
  });

  test('is the key where this version has no such attribute', () => {
    expect(attributeName('container', 'of-tomorrow', 'fr')).toBe('of-tomorrow');
    expect(attributeName('constructor', 'toString', 'fr')).toBe('toString');
    expect(attributeName(undefined, 'ports', 'fr')).toBe('ports');
  });

  test('that something is there at all has one everywhere', () => {
    expect([attributeName('file', 'exists', 'fr'), attributeName('file', 'exists', 'en')]).toEqual([
      'présence',
      'presence',
    ]);
  });
});
