import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeClass } from '../../../../scripts/bench/made-class';
import { jsonGradebook } from '../../../../src/class/gradebook/formats/json';
import { readGradebook } from '../../../../src/class/gradebook/read-gradebook';
import { gradebookOf } from '../../../support/class-builder';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../schema/gradebook.schema.json'), 'utf8'),
) as object;
const isGradebook = new Ajv({ allErrors: true }).compile(schema);
const troubleWith = (text: string): unknown => (isGradebook(JSON.parse(text)) ? [] : isGradebook.errors);

const made = [...madeClass(420)];
const earlier = readGradebook(jsonGradebook(gradebookOf(made.slice(5))));

describe('the JSON is what its schema says', () => {
  test('of nobody', () => {
    expect(troubleWith(jsonGradebook(gradebookOf([])))).toEqual([]);
  });

  test('of a class with undecided marks, entries without a report, shared engines, unread files and changes', () => {
    if (!earlier.ok) throw new Error(earlier.error.code);
    const book = gradebookOf(made.slice(0, 410), { earlier: earlier.value, language: 'fr' }, [
      { file: 'x.json', code: 'result.not-json', detail: 'cut' },
    ]);
    expect([book.copies.length, book.changes?.list.length].every((count) => count && count > 0)).toBe(true);
    expect(book.students.some(({ problem }) => problem)).toBe(true);
    expect(troubleWith(jsonGradebook(book))).toEqual([]);
  });
});

test('the schema refuses what is none', () => {
  expect(troubleWith('{"vigie":"gradebook","version":1}')).not.toEqual([]);
});
