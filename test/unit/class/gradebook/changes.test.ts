import { describe, expect, test } from '@jest/globals';
import { jsonGradebook } from '../../../../src/class/gradebook/formats/json';
import { readGradebook } from '../../../../src/class/gradebook/read-gradebook';
import { checkOf, gradebookOf, marked, reportWith, resultOf } from '../../../support/class-builder';

const open = reportWith('one', [checkOf('t.1', 'error')]);

function earlierOf(...results: Parameters<typeof gradebookOf>[0]) {
  const read = readGradebook(jsonGradebook(gradebookOf(results)));
  if (!read.ok) throw new Error(read.error.code);
  return { earlier: read.value };
}

describe('since an earlier gradebook', () => {
  test('marks that came, changed or became undecided are told, and who came and went', () => {
    const before = earlierOf(
      resultOf('changed', [marked('one', 5)]),
      resultOf('first', [open]),
      resultOf('gone', [marked('one', 5)]),
      resultOf('same', [marked('one', 5)]),
      resultOf('undecided', [marked('one', 7)]),
      resultOf('unreadable', [marked('one', 3)]),
    );
    const { changes } = gradebookOf(
      [
        resultOf('changed', [marked('one', 8)]),
        resultOf('first', [marked('one', 4)]),
        resultOf('new', [marked('one', 1)]),
        resultOf('same', [marked('one', 5)]),
        resultOf('undecided', [open]),
      ],
      before,
      [{ file: 'unreadable.json', code: 'result.not-json', detail: '' }],
    );
    expect(changes?.since).toBe('2026-10-01T10:00:00.000Z');
    expect(changes?.list.map(({ student, what, lab, from, to }) => [student, what, lab, from, to])).toEqual([
      ['changed', 'mark', 'one', 5, 8],
      ['first', 'first-mark', 'one', undefined, 4],
      ['gone', 'gone', undefined, undefined, undefined],
      ['new', 'new', undefined, undefined, undefined],
      ['undecided', 'undecided', 'one', 7, undefined],
      ['unreadable', 'undecided', 'one', 3, undefined],
    ]);
  });

  test('nothing changed is an empty list, and without an earlier one there is none', () => {
    const results = [resultOf('a', [marked('one', 5)])];
    expect(gradebookOf(results, earlierOf(...results)).changes?.list).toEqual([]);
    expect(gradebookOf(results).changes).toBeUndefined();
  });
});

describe('what is no earlier gradebook is refused with its reason', () => {
  test.each([
    ['{"vigie":"grade', 'gradebook.not-json'],
    ['[]', 'gradebook.not-gradebook'],
    ['{"vigie":"report","version":1}', 'gradebook.not-gradebook'],
    ['{"vigie":"gradebook","version":2}', 'gradebook.newer-version'],
    ['{"vigie":"gradebook","version":1}', 'gradebook.damaged'],
    ['{"vigie":"gradebook","version":1,"students":[null]}', 'gradebook.damaged'],
    [
      '{"vigie":"gradebook","version":1,"students":[{"id":"a","name":"A","labs":[{"lab":"x","outcome":"below","points":1e999}]}]}',
      'gradebook.damaged',
    ],
  ])('%s', (text, code) => {
    expect(readGradebook(text)).toMatchObject({ ok: false, error: { code } });
  });
});
