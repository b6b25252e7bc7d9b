import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csv } from '../../../src/report/formats/csv';
import { checkOf, found } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { reportOf, shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const rowsOf = (text: string) => parse<Readonly<Record<string, string>>>(text, { columns: true });
const complete = reportOf(labWith([taskOf('a', [checkOf('answer', 'id', { equals: 'x' })])]), [
  found({ fact: 'answer', lab: 'lab', question: 'id' }, { file: 'answers.yaml', text: 'x' }),
]);

test('a lab is a row, with columns that an import can map', () => {
  expect(rowsOf(csv([shownIn('fr', sample), shownIn('fr', complete)], { GITHUB_ACTOR: 'alice' }))).toEqual([
    {
      username: 'alice',
      lab: '02-ubuntu',
      title: 'Exécuter un environnement Linux',
      grade: '',
      points: '7.765766',
      max: '20',
      undecided: '1.621622',
      pass: '10',
      outcome: 'incomplete',
      takenAt: '2026-01-01T00:00:00.000Z',
      labHash: 'sha256:0',
      grader: '1.2.3',
    },
    expect.objectContaining({ lab: 'lab', grade: '20', points: '20', outcome: 'reached' }),
  ]);
});

describe('Moodle', () => {
  test('is told of no grade where it is incomplete, and of no 0', () => {
    expect(rowsOf(csv([shownIn('en', sample)], {}))[0]?.['grade']).toBe('');
    const lost = reportOf(labWith([taskOf('a', [onContainer('x')])]), [
      ['container/x', { fault: { code: 'deadline', args: { call: 'x', deadlineMs: 1 } } }],
    ]);
    expect(rowsOf(csv([shownIn('en', lost)], {}))[0]).toMatchObject({ grade: '', points: '0' });
  });

  test('finds the user by what the runner tells: the owner of the submission before who started the run', () => {
    const userIn = (environment: Record<string, string>) =>
      rowsOf(csv([shownIn('en', sample)], environment))[0]?.['username'];
    expect(userIn({ OWNER: 'alice', GITHUB_ACTOR: 'bot' })).toBe('alice');
    expect(userIn({ GITHUB_ACTOR: 'bob' })).toBe('bob');
    expect(userIn({})).toBe('');
  });
});

test('lines end as RFC 4180 says, and a decimal point is a point in French too', () => {
  const text = csv([shownIn('fr', sample)], {});
  expect(text.match(/\r\n/g)).toHaveLength(2);
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  expect(text).toContain(',7.765766,');
});
