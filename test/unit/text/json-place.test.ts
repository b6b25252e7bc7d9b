import { describe, expect, test } from '@jest/globals';
import { jsonPlace, textOfJsonPlace } from '../../../src/text/json-place';

/** By the parser of the Node that runs this. */
function placeIn(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return jsonPlace(text, error);
  }
  throw new Error('that is JSON');
}

describe('where a text stops being JSON', () => {
  test.each([
    ['', 'end'],
    ['{"a":', 'end'],
    ['{"vigie": "evi', 'end'],
    ['[1,\n2 3]', '2:3'],
    ['{"a": 1}\n\n{}', '3:1'],
    ['"\n"', '1:2'],
  ])('%j: %s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });

  test('is not read from what the parser quotes of it', () => {
    expect(placeIn('x in JSON at position 3')).toBe('');
  });
});

test('is told in both languages', () => {
  expect(['', 'end', '3:5'].map((place) => textOfJsonPlace(place, 'fr'))).toEqual([
    'ce n’est pas du JSON',
    'il manque la fin du JSON',
    'ce n’est pas du JSON (ligne 3, colonne 5)',
  ]);
  expect(['', 'end', '3:5'].map((place) => textOfJsonPlace(place, 'en'))).toEqual([
    'it is no JSON',
    'the end of the JSON is missing',
    'it is no JSON (line 3, column 5)',
  ]);
});
