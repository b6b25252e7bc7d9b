import { expect, test } from '@jest/globals';
import { tap } from '../../../src/report/formats/tap';
import { readTap } from '../../support/readers/tap';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const shown = shownIn('en', sample);

test('a TAP parser in strict mode takes it: every outcome, one lab or several', () => {
  expect(readTap(tap([shown], {}))).toMatchObject({ version: 14, problems: [], count: 10, pass: 5, fail: 5 });
  expect(readTap(tap([shown, shown], {}))).toMatchObject({ problems: [], count: 20 });
});

test('what waits or is excused is skipped with the reason; what could not be found out is no pass', () => {
  const { points } = readTap(tap([shown], {}));
  expect(points.map(({ ok, skip }) => [ok, skip])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [false, false],
    [true, expect.stringMatching(/^Waiting: the step/)],
    [false, false],
    [true, expect.stringMatching(/^Waiting: same cause/)],
    [false, false],
    [true, 'Excused: absent that day'],
    [true, false],
  ]);
  expect(points[7]?.diag).toMatchObject({ severity: 'error', outcome: 'error', undecided: 1.621622 });
});

test('diagnostics say why, what to try, and where the lab asks for it', () => {
  expect(readTap(tap([shown], {})).points[1]?.diag).toEqual({
    id: 'port.1',
    outcome: 'failed',
    points: 0,
    max: 2.162162,
    message: 'Container port 80 is published on host port 80 instead of 8080.',
    severity: 'fail',
    details: [
      'published ports — expected: 8080:80; seen: 80:80',
      '→ Ports are chosen when the container is created: remove it and create it again with the right ones.',
      '$ Command: docker run … -p 8080:80 …',
    ],
    at: 'labs/lab/lab.yaml:1:1',
  });
});

test('the marks are in comments at the end', () => {
  expect(readTap(tap([shown], {})).comments).toEqual(['# 02-ubuntu: 7.77 / 20, incomplete\n']);
});
