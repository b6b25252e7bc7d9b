import { describe, expect, test } from '@jest/globals';
import { flagsProblem } from '../../../src/cli/program/flags-together';
import type { GradeFlags } from '../../../src/cli/commands/grade-flags';

const problem = (flags: Partial<GradeFlags>, language: 'fr' | 'en' = 'en'): string | undefined =>
  flagsProblem({ labs: 'labs', graders: [], report: [], ...flags }, '/home/ada', language);

describe('flags that would have no effect are refused', () => {
  test.each<[Partial<GradeFlags>, RegExp]>([
    [{ evidence: 'e', answers: 'a' }, /^--answers does not go with --evidence: evidence already holds/],
    [{ evidence: 'e', host: 'tcp://h' }, /^--host does not go with --evidence/],
    [{ evidence: 'e', context: 'c' }, /^--context does not go with --evidence/],
    [{ evidence: 'e', watch: true }, /^--watch does not go with --evidence/],
    [{ evidence: 'e', submission: 's' }, /^--submission does not go with --evidence/],
    [{ evidence: 'e', graders: ['g'] }, /^--graders does not go with --evidence/],
    [{ evidence: 'e', testNamePattern: 't' }, /^--test-name-pattern does not go with --evidence/],
    [{ submission: 's', host: 'tcp://h' }, /^--host does not go with --submission: .* disposable/],
    [{ submission: 's', watch: true }, /^--watch does not go with --submission/],
    [{ watch: true, report: [{ format: 'json' }] }, /^--report does not go with --watch/],
    [{ watch: true, saveEvidence: 'e' }, /^--save-evidence does not go with --watch/],
  ])('%j', (flags, says) => {
    expect(problem(flags)).toMatch(says);
  });

  test('in French as well', () => {
    expect(problem({ evidence: 'e', answers: 'a' }, 'fr')).toMatch(
      /^--answers ne va pas avec --evidence : un relevé contient déjà/,
    );
  });
});

describe('flags that have an effect together are taken', () => {
  test.each<Partial<GradeFlags>>([
    {},
    { evidence: 'e', saveEvidence: 'f', report: [{ format: 'json' }, { format: 'html', file: 'r.html' }] },
    { submission: 's', answers: 'a', graders: ['g'], saveEvidence: 'f' },
    { watch: true, host: 'tcp://h', answers: 'a' },
    { report: [{ format: 'json' }, { format: 'tap' }] },
  ])('%j', (flags) => {
    expect(problem(flags)).toBeUndefined();
  });
});

test('no two files of a run have the same place, however it is written', () => {
  const report = [
    { format: 'json', file: 'r' },
    { format: 'html', file: './x/../r' },
  ] as const;
  expect(problem({ report })).toMatch(/^\.\/x\/\.\.\/r is asked for twice/);
  expect(problem({ report: [report[0]], saveEvidence: '/home/ada/r' }, 'fr')).toMatch(
    /est demandé deux fois/,
  );
});
