import { describe, expect, test } from '@jest/globals';
import { readResult } from '../../../../src/class/gradebook/read-result';
import { checkOf, marked, reportWith, resultOf } from '../../../support/class-builder';

const good = resultOf('a', [marked('one', 5)]);
const [report = marked('one', 5)] = good.reports ?? [];
const why = (value: unknown, id = 'a'): string => {
  const read = readResult(typeof value === 'string' ? value : JSON.stringify(value), id);
  return read.ok ? 'read' : `${read.error.code} ${read.error.detail}`.trim();
};

test('a result is read, with reports or with a problem', () => {
  expect(why(good)).toBe('read');
  expect(why(resultOf('a', []))).toBe('read');
});

describe('what is none is refused with its reason', () => {
  test.each([
    ['cut short', JSON.stringify(good).slice(0, 500), /^result\.not-json /],
    ['empty', '', /^result\.not-json /],
    ['foreign', { name: 'x' }, /^result\.not-result$/],
    ['a list', [], /^result\.not-result$/],
    ['a report', report, /^result\.not-result$/],
    ['of the future', { ...good, version: 2 }, /^result\.newer-version 2$/],
    ['of nobody', { ...good, student: null }, /^result\.damaged \/student$/],
    ['without a date', { ...good, gradedAt: 'yesterday' }, /^result\.damaged \/gradedAt$/],
    ['without reports and without a problem', { ...good, reports: undefined }, /^result\.damaged \/reports$/],
    ['with no report', { ...good, reports: [] }, /^result\.damaged \/reports$/],
    ['with another file in it', { ...good, reports: [good] }, /^result\.damaged \/reports\/0$/],
    [
      'with a report of the future',
      { ...good, reports: [{ ...report, version: 2 }] },
      /^result\.damaged \/reports\/0/,
    ],
    [
      'with a list of reports in its list',
      { ...good, reports: [{ vigie: 'reports', version: 1, reports: [report, report] }] },
      /^result\.damaged \/reports\/0$/,
    ],
    [
      'with more points than there are',
      { ...good, reports: [{ ...report, points: 11 }] },
      /^result\.damaged .*\/points$/,
    ],
    [
      'with points beyond all numbers',
      JSON.stringify(good).replaceAll('"max":10', '"max":1e999'),
      /^result\.damaged /,
    ],
    ['with one lab twice', { ...good, reports: [report, report] }, /^result\.lab-twice one$/],
    [
      'with checks without end',
      resultOf('a', [
        reportWith(
          'one',
          Array.from({ length: 5001 }, (_, n) => checkOf(`t.${n}`, 'passed')),
        ),
      ]),
      /^result\.too-many-checks 5001$/,
    ],
  ])('%s', (_, value, reason) => {
    expect(why(value)).toMatch(reason);
  });

  test('another student’s, whatever the file is called', () => {
    expect(why(good, 'b')).toBe('result.other-name a');
  });

  test('and the reason is short, whatever is in the file', () => {
    expect(why({ ...good, version: 'x'.repeat(1e6) }).length).toBeLessThan(300);
  });
});
