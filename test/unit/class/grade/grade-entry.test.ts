import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradeEntry, type EntryGrading } from '../../../../src/class/grade/grade-entry';
import type { GradeSubmission } from '../../../../src/class/grade/grade-submission';
import { loadLabs } from '../../../../src/grading/load-labs';
import { localeOf } from '../../../../src/grading/locale';
import { err, ok } from '../../../../src/text/result';
import { shownIn } from '../../../support/report-builder';
import { sample } from '../../../support/sample-report';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-entry-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const labs = loadLabs(['01-hello-world'], join(__dirname, '../../../../labs'), '/');

/** What comes of an entry that hands in `from`. */
async function grade(
  from: string,
  gradeSubmission: GradeSubmission,
  kind: 'submission' | 'engine' = 'submission',
) {
  if (!labs.ok) throw new Error('The lab cannot be read.');
  const grading: EntryGrading = {
    labs: labs.value,
    locale: localeOf('en'),
    sources: { folder, allowOutside: false },
    lookAt: () => Promise.reject(new Error('No engine is asked.')),
    gradeSubmission,
    signal: new AbortController().signal,
    now: () => new Date(0),
    say: ({ problem }) => problem.code,
  };
  const student = { id: 'ada', name: 'Ada' };
  const graded = await gradeEntry({ student, source: { kind, from } }, undefined, grading);
  if (!('result' in graded)) throw new Error('There is no earlier result.');
  return graded.result;
}

const never: GradeSubmission = () => Promise.reject(new Error('It is not played.'));

test('what breaks over an engine is this student’s problem, and ends nothing else', async () => {
  expect(await grade('tcp://lab:1', never, 'engine')).toEqual({
    vigie: 'class-result',
    version: 1,
    student: { id: 'ada', name: 'Ada' },
    gradedAt: '1970-01-01T00:00:00.000Z',
    source: { kind: 'engine', from: 'tcp://lab:1' },
    problem: { code: 'entry.broke', text: 'entry.broke' },
  });
});

test('a submission is played, under the path that the roster has, and hashed', async () => {
  writeFileSync(join(folder, 'ada.session'), '$ docker pull hello-world\n');
  const reports = [shownIn('en', sample)] as const;
  const result = await grade('ada.session', (submission, path) => {
    expect([path, submission.kind, submission.files.length]).toEqual(['ada.session', 'session', 1]);
    return Promise.resolve(ok(reports));
  });
  expect(result.reports).toEqual(reports);
  expect(result.source?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('one that could not be played has a problem and no mark', async () => {
  writeFileSync(join(folder, 'ada.session'), '$ docker pull hello-world\n');
  const problem = { code: 'submission.no-clean-room', args: { path: 'x', detail: 'y' } } as const;
  const result = await grade('ada.session', () => Promise.resolve(err(problem)));
  expect(result).toMatchObject({ problem: { code: 'submission.no-clean-room' } });
  expect(result.reports).toBeUndefined();
});

test.each([
  ['that leads out of the roster’s folder', '../x.session', 'entry.outside'],
  ['behind a link that does', 'link.session', 'entry.outside'],
  ['that is not there', 'lost.session', 'entry.no-such-file'],
  ['that is nothing to be played', 'notes.txt', 'submission.unknown-kind'],
])('a path %s is never played', async (_, from, code) => {
  symlinkSync('/etc/hostname', join(folder, 'link.session'));
  writeFileSync(join(folder, 'notes.txt'), 'I did it.\n');
  expect((await grade(from, never)).problem?.code).toBe(code);
});
