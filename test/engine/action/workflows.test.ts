import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCleanRoom, parseSession, playSession, type CleanRoom } from '../../../src/cleanroom';
import { Release, Run } from '../../support/workflow-runner/action-run';

const file = resolve(__dirname, '../../../labs/01-hello-world/sessions/reference.session');
const release = new Release();
const runs: Run[] = [];
let room: CleanRoom;
// The first room of a machine builds the stand-in images.
beforeAll(async () => {
  [room] = await Promise.all([openCleanRoom(), release.layOut()]);
  const session = parseSession(readFileSync(file, 'utf8'));
  if (!session.ok) throw new Error(`${file} cannot be read.`);
  const { problem } = await playSession(room, session.value, { deadlineMs: 240_000 });
  if (problem) throw new Error(JSON.stringify(problem));
}, 900_000);
afterAll(async () => {
  for (const run of runs) run.remove();
  release.remove();
  await room.close();
}, 60_000);

function newRun(): Run {
  const run = new Run(release, { env: { ...room.env }, enter: (argv) => room.enter(argv) });
  runs.push(run);
  return run;
}

test('grade.yml grades the engine of the runner: three labs, all reports, in a fraction of a billed minute', async () => {
  const run = newRun();
  const start = performance.now();
  const { status, outputs, summary, log } = await run.job('grade', 'grade', { reports: 'html badge junit' });
  const seconds = (performance.now() - start) / 1000;
  expect({ status, outcome: outputs['outcome'], max: outputs['max'] }).toEqual({
    status: 'failure',
    outcome: 'below',
    max: '60',
  });
  const report = join(run.artifacts.folder, 'vigie', 'report.json');
  const { reports } = JSON.parse(readFileSync(report, 'utf8')) as {
    reports: { lab: { id: string }; points: number }[];
  };
  expect(reports.map(({ lab, points }) => [lab.id, points > 0 ? points : 0])).toEqual([
    ['01-hello-world', 20],
    ['02-ubuntu', 0],
    ['03-nginx', 0],
  ]);
  expect(outputs['score']).toBe('20');
  expect(summary).toContain('01-hello-world');
  expect(log).toContain('01-hello-world');
  // What is measured is in docs/github-actions.md; this only tells that a minute is far away.
  expect(seconds).toBeLessThan(40);
}, 60_000);

test('class.yml grades the engines of a roster', async () => {
  const run = newRun();
  run.put(
    'roster.yaml',
    `version: 1\nlabs: [01-hello-world]\nstudents:\n  Ada: { id: ada, engine: '${room.dockerHost}' }\n  Alan: { id: alan, engine: 'unix:///nowhere.sock' }\n`,
  );
  const graded = await run.job(
    'class',
    'grade',
    {},
    { matrix: { shard: 1 }, strategy: { 'job-index': 0, 'job-total': 1 } },
  );
  const gradebook = await run.job('class', 'gradebook', {});
  expect([graded.status, gradebook.status]).toEqual(['success', 'success']);
  const gradebookFile = join(run.artifacts.folder, 'gradebook', 'gradebook.json');
  const { students } = JSON.parse(readFileSync(gradebookFile, 'utf8')) as {
    students: { id: string; points?: number }[];
  };
  expect(students.map(({ id, points }) => [id, points])).toEqual([
    ['ada', 20],
    ['alan', undefined],
  ]);
}, 60_000);
