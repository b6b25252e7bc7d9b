import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/evidence/evidence';
import type { GradingRun } from '../../../src/jest/grading-run';
import { titlesIn, withJestFacts } from '../../../src/jest/jest-facts';
import type { BrokenFile } from '../../../src/jest/run-state';
import { newState } from '../../../src/jest/sandbox-port';
import type { TestRecord } from '../../../src/jest/test-record';
import { labOf } from './lab-of';

const evidence: Evidence = {
  vigie: 'evidence',
  version: 1,
  grader: '0',
  takenAt: '',
  tookMs: 0,
  labs: [],
  endpoint: '',
  facts: { events: { value: 'kept' } },
};
const run: GradingRun = {
  labs: [labOf({ kind: 'jest', subject: 'wanted' })],
  language: 'en',
  evidence: Promise.resolve(evidence),
  verdicts: () => [],
  judge: () => ({ check: '', outcome: 'passed', assertions: [], facts: [] }),
  say: () => ({ says: '' }),
  sayFault: () => ({ says: '' }),
};
const factsOf = (tests: readonly TestRecord[], brokenFiles: readonly BrokenFile[] = []) =>
  withJestFacts(evidence, { ...newState(run), tests: [...tests], brokenFiles: [...brokenFiles] }).facts;
const wanted = { file: 'a.grader.ts', title: 'wanted', outcome: 'passed' } as const;

describe('titles that labs name', () => {
  test('are named once, and only by checks of the kind jest', () => {
    const labs = [
      labOf({ kind: 'jest', subject: 'a' }, { kind: 'jest', subject: 'a' }, { kind: 'logs', subject: 'b' }),
    ];
    expect(titlesIn(labs)).toEqual(['a']);
  });
});

describe('facts of hand-written tests', () => {
  test('are added to those of the host, without tests that no lab names', () => {
    expect(factsOf([wanted, { ...wanted, title: 'other' }])).toEqual({
      events: { value: 'kept' },
      'jest/wanted': { value: { outcome: 'passed' } },
    });
  });
  test('a title in two files decides nothing, even if both pass', () => {
    expect(factsOf([wanted, { ...wanted, file: 'b.grader.ts' }])['jest/wanted']).toMatchObject({
      value: {
        outcome: 'crashed',
        message: 'more than one test is called "wanted": in a.grader.ts and in b.grader.ts',
      },
    });
  });
  test('a title that no test has is our mistake, and files that could not be run are named', () => {
    expect(factsOf([], [{ file: 'c.grader.ts', message: 'oops' }])['jest/wanted']).toMatchObject({
      value: {
        outcome: 'crashed',
        texts: { fr: 'aucun test ne s’appelle « wanted » ; c.grader.ts n’a pas pu être exécuté : oops' },
        message: 'no test is called "wanted"; c.grader.ts could not be run: oops',
      },
    });
  });
});
