import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandsIn } from '../../support/workflow-runner/commands-in';
import { Release, Run } from '../../support/workflow-runner/action-run';
import type { JobResult } from '../../support/workflow-runner/run-job';

const release = new Release();
let run: Run;
beforeAll(() => release.layOut(), 60_000);
afterAll(() => {
  release.remove();
});
beforeEach(() => {
  run = new Run(release);
  run.put('roster.yaml', roster);
  for (const id of ['ada', 'alan', 'grace', 'linus']) run.put(`handed-in/${id}.json`, reference);
});
afterEach(() => {
  run.remove();
});

const sessions = resolve(__dirname, '../../../labs/02-ubuntu/sessions');
const reference = readFileSync(join(sessions, 'reference.evidence.json'), 'utf8');
const roster = `version: 1
labs: [02-ubuntu]
students:
  Ada Lovelace: { id: ada, evidence: handed-in/ada.json }
  Alan Turing: { id: alan, evidence: handed-in/alan.json }
  Grace Hopper: { id: grace, evidence: handed-in/grace.json }
  Linus Torvalds: { id: linus, evidence: handed-in/linus.json }
`;

const language = { language: 'en' };

/** All jobs of the workflow, as its matrix has them. */
async function runClass(shards: number, given: Readonly<Record<string, unknown>> = {}) {
  const inputs = {
    ...language,
    shards: JSON.stringify(Array.from({ length: shards }, (_, i) => i)),
    ...given,
  };
  const graded: JobResult[] = [];
  for (let index = 0; index < shards; index += 1)
    graded.push(
      await run.job('class', 'grade', inputs, {
        matrix: { shard: index },
        strategy: { 'job-index': index, 'job-total': shards },
      }),
    );
  const needs = {
    grade: { result: graded.every(({ status }) => status === 'success') ? 'success' : 'failure' },
  };
  return { graded, gradebook: await run.job('class', 'gradebook', inputs, { needs }) };
}

interface GradebookJson {
  readonly students: readonly { readonly id: string; readonly outcome: string; readonly points?: number }[];
  readonly changes?: unknown;
}
const gradebookOf = (folder = run.artifacts.folder): GradebookJson =>
  JSON.parse(readFileSync(join(folder, 'gradebook', 'gradebook.json'), 'utf8')) as GradebookJson;
const outcomes = (): readonly string[] =>
  gradebookOf().students.map(({ id, outcome, points = '-' }) => `${id} ${outcome} ${points}`);

test('a class in three shards: one gradebook with everyone, a summary without names', async () => {
  const { graded, gradebook } = await runClass(3);
  expect([...graded, gradebook].map(({ status, log }) => (status === 'success' ? '' : log))).toEqual([
    '',
    '',
    '',
    '',
  ]);
  expect(outcomes()).toEqual(['ada reached 20', 'alan reached 20', 'grace reached 20', 'linus reached 20']);
  for (const file of ['gradebook.html', 'gradebook.csv', 'moodle.csv', 'canvas.csv'])
    expect([file, existsSync(join(run.artifacts.folder, 'gradebook', file))]).toEqual([file, true]);
  expect(gradebook.summary).toContain('Students: 4. Without a complete mark: 0.');
  expect(gradebook.summary).toContain('| `02-ubuntu` | 4 / 4 | 20 / 20 |');
  expect(gradebook.summary).not.toMatch(/Ada|Lovelace|linus/);
});

test('what one student handed in being damaged or lost stops nobody else', async () => {
  run.put('handed-in/ada.json', '{"vigie": "evid');
  rmSync(join(run.repository, 'handed-in/alan.json'));
  const { graded, gradebook } = await runClass(1);
  expect([graded[0]?.status, gradebook.status]).toEqual(['success', 'success']);
  expect(graded[0]?.log).toContain('::warning title=Vigie::Not everyone could be graded');
  expect(outcomes()).toEqual([
    'ada incomplete -',
    'alan incomplete -',
    'grace reached 20',
    'linus reached 20',
  ]);
});

test('a shard that never came leaves the others their gradebook, which says who is missing', async () => {
  const { graded } = await runClass(2);
  rmSync(join(run.artifacts.folder, 'vigie-shard-0'), { recursive: true });
  rmSync(join(run.artifacts.folder, 'gradebook'), { recursive: true });
  expect(graded).toHaveLength(2);
  const gradebook = await run.job(
    'class',
    'gradebook',
    { ...language, shards: '[0, 1]' },
    { needs: { grade: { result: 'failure' } } },
  );
  expect(gradebook.status).toBe('success');
  const there = gradebookOf().students.map(({ id }) => id);
  expect(there.length).toBeGreaterThan(0);
  expect(there.length).toBeLessThan(4);
  for (const id of ['ada', 'alan', 'grace', 'linus'].filter((one) => !there.includes(one)))
    expect(gradebook.log).toContain(id);
});

test('after an earlier run a grade that is incomplete now does not take the place of the one that was there', async () => {
  await runClass(2);
  const earlier = join(run.folder, 'earlier');
  cpSync(run.artifacts.folder, earlier, { recursive: true });
  rmSync(join(run.artifacts.folder, 'vigie-shard-0'), { recursive: true });
  rmSync(join(run.artifacts.folder, 'vigie-shard-1'), { recursive: true });
  run.put('handed-in/ada.json', 'damaged');
  const { gradebook } = await runClass(2, { 'previous-run': '41' });
  expect(gradebook.status).toBe('success');
  expect(outcomes()).toEqual(['ada reached 20', 'alan reached 20', 'grace reached 20', 'linus reached 20']);
  expect(gradebookOf()).toHaveProperty('changes');
  expect(existsSync(join(run.artifacts.folder, 'gradebook/results/incomplete/ada.json'))).toBe(true);
  expect(gradebookOf(earlier)).not.toHaveProperty('changes');
});

describe('nothing is graded', () => {
  test.each([
    ['a public repository', 'public', /This repository is public/],
    ['an internal one, which a whole organisation reads', 'internal', /This repository is internal/],
    ['one of which that is not known', undefined, /It is not known who can read this repository/],
  ] as const)('in %s, unless it is allowed', async (_, visibility, says) => {
    run.visibility = visibility;
    const { graded, gradebook } = await runClass(1);
    expect([graded[0]?.status, gradebook.status]).toEqual(['failure', 'failure']);
    for (const { log } of [...graded, gradebook]) expect(commandsIn(log).join()).toMatch(says);
    expect(run.artifacts.names()).toEqual([]);
    const allowed = await runClass(1, { public: true });
    expect(allowed.gradebook.status).toBe('success');
  });

  test('and no gradebook is made of an earlier run’s shards where all could read it', async () => {
    await runClass(1);
    run.visibility = 'public';
    rmSync(join(run.artifacts.folder, 'gradebook'), { recursive: true });
    const { gradebook } = await runClass(1);
    expect(gradebook.status).toBe('failure');
    expect(run.artifacts.names()).not.toContain('gradebook');
  });

  test('with a roster whose name is an option', async () => {
    run.put('--labs=evil', 'version: 1');
    const { graded } = await runClass(1, { roster: '--labs=evil' });
    expect(graded[0]?.status).toBe('failure');
    expect(graded[0]?.log).toContain('--labs=evil');
    expect(graded[0]?.log).not.toContain('missing required argument');
  });

  test('with a roster that cannot be read', async () => {
    run.put('roster.yaml', 'students: [');
    const { graded, gradebook } = await runClass(1);
    expect([graded[0]?.status, gradebook.status]).toEqual(['failure', 'failure']);
    expect(run.artifacts.names()).toEqual([]);
  });

  test('by what is written into an input', async () => {
    const proof = join(run.folder, 'proof');
    const hostile = `"; touch ${proof}; $(touch ${proof})`;
    const { graded, gradebook } = await runClass(1, {
      roster: hostile,
      'labs-folder': hostile,
      language: hostile,
    });
    expect([graded[0]?.status, gradebook.status]).toEqual(['failure', 'failure']);
    expect(existsSync(proof)).toBe(false);
  });
});
