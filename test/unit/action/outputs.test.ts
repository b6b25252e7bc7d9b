import { expect, test } from '@jest/globals';
import { outputLines, outputsOf } from '../../../src/action/outputs';
import { verdictOf } from '../../../src/action/verdict';
import type { ShownReport } from '../../../src/report/shown/shown-report';
import type { GradeOutcome } from '../../../src/score/grade';
import { readOutputs } from '../../support/workflow-runner/read-outputs';

// Of a report only these three count here.
const report = (outcome: GradeOutcome, points: number) => ({ outcome, points, max: 20 }) as ShownReport;
const outputs = (...[first, ...others]: readonly ShownReport[]) =>
  outputsOf({
    ...(first && { reports: [first, ...others] as const }),
    classroom: 'e30=',
    folder: '/r',
    reportFile: '/r/report.json',
    digest: 'sha256:aa',
    artifact: 'vigie',
  });

test('points of several labs add up, and the worst outcome counts', () => {
  expect(outputs(report('reached', 12.1), report('below', 0.2))).toEqual({
    outcome: 'below',
    score: '12.3',
    max: '40',
    report: '/r/report.json',
    digest: 'sha256:aa',
    folder: '/r',
    'classroom-result': 'e30=',
    artifact: 'vigie',
  });
  expect(outputs(report('reached', 20)).outcome).toBe('reached');
});

test('an incomplete grade has no score, and its artifact takes no other’s name', () => {
  const { outcome, score, artifact, digest } = outputs(report('reached', 20), report('incomplete', 3));
  expect({ outcome, score, artifact, digest }).toEqual({
    digest: '',
    outcome: 'incomplete',
    score: '',
    artifact: 'vigie-incomplete',
  });
});

test('without a report there is nothing to upload', () => {
  expect(outputs()).toMatchObject({ outcome: 'incomplete', score: '', max: '', report: '', artifact: '' });
});

test('no artifact was asked for', () => {
  const { artifact } = outputsOf({
    reports: [report('incomplete', 0)],
    classroom: '',
    folder: '',
    reportFile: '',
    digest: '',
    artifact: '',
  });
  expect(artifact).toBe('');
});

test('a value of several lines stays one value', () => {
  const values = { one: 'a\nscore=20\nb', two: '' };
  expect(readOutputs(outputLines(values, 'vigie-1234'))).toEqual(values);
});

test.each([
  ['reached', 12, 'pass', 'passed'],
  ['below', 9, 'pass', 'below'],
  ['below', 0, 'never', 'passed'],
  ['reached', 12, 15, 'below'],
  ['below', 9, 9, 'passed'],
  ['incomplete', undefined, 'never', 'could-not-grade'],
  ['incomplete', 20, 0, 'could-not-grade'],
  ['reached', undefined, 'never', 'could-not-grade'],
] as const)('%s with %s points, where %s is asked for: %s', (outcome, score, failBelow, verdict) => {
  expect(verdictOf(outcome, score, failBelow)).toBe(verdict);
});
