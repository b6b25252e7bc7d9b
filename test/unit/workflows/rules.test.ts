import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Workflow } from '../../support/workflow-runner/workflow-file';
import { injected, stepsOf, unpinned, withoutPermissions } from './rules';
import { actionText, ownWorkflows, shownWorkflows } from './workflow-texts';

const root = resolve(__dirname, '../../..');
const workflows = [...ownWorkflows, ...shownWorkflows];
const all = [...workflows, ['action.yml', actionText] as const];

describe.each(all)('%s', (_, text) => {
  test('takes code of others at a commit with its version', () => {
    expect(unpinned(text)).toEqual([]);
  });

  test('writes no value into a script', () => {
    expect(injected(text)).toEqual([]);
  });
});

test.each(workflows)('%s says of each job what it may do', (_, text) => {
  expect(withoutPermissions(text)).toEqual([]);
});

test.each(ownWorkflows)('%s gives nothing to all jobs', (_, text) => {
  expect((parse(text) as Workflow).permissions).toEqual({});
});

test.each(all)('%s keeps no token in a checkout', (_, text) => {
  const checkouts = stepsOf(text).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
});

test('one action has one version everywhere', () => {
  const used = all.flatMap(([, text]) =>
    [...text.matchAll(/uses: *(actions\/[\w-]+@.+?) *$/gm)].map(([, whole = '']) => whole),
  );
  const versions = [...new Set(used)].map((whole) => whole.replace(/@.*/, ''));
  expect(versions.length).toBeGreaterThan(3);
  expect(versions).toEqual([...new Set(versions)]);
});

test.each(['grade', 'class'])('%s.yml cancels no run, and no two submissions share a place', (name) => {
  const [, text = ''] = ownWorkflows.find(([file]) => file.endsWith(`/${name}.yml`)) ?? [];
  const { jobs } = parse(text) as Workflow;
  for (const { concurrency } of Object.values(jobs)) {
    if (concurrency === undefined) continue;
    expect(concurrency['cancel-in-progress']).toBe(false);
    expect(concurrency.group).toContain('github.sha');
    expect(concurrency.group).toContain('github.actor');
  }
  expect(parse(text)).not.toHaveProperty('concurrency');
});

describe('the rules see', () => {
  const sha = '9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0';

  test.each([
    ['actions/checkout@v7', 1],
    ['actions/checkout@main', 1],
    [`actions/checkout@${sha}`, 1],
    [`actions/checkout@${sha.slice(1)} # v7.0.0`, 1],
    [`actions/checkout@${sha} # v7.0.0`, 0],
    ['./.vigie', 0],
    ['docker://alpine', 1],
  ])('uses: %s', (uses, problems) => {
    expect(unpinned(`steps:\n  - uses: ${uses}\n`)).toHaveLength(problems);
  });

  test('an expression in a script', () => {
    const step = 'jobs: { a: { steps: [{ run: "echo ${{ github.event.issue.title }}" }] } }';
    expect(injected(step)).toEqual(['${{ github.event.issue.title }}']);
  });

  test('a job that may all', () => {
    expect(
      withoutPermissions('jobs: { a: { steps: [] }, b: { permissions: {} }, c: { permissions: write-all } }'),
    ).toEqual(['a', 'c']);
  });
});

test('pages name the branch that a release of this version moves', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const refs = shownWorkflows.flatMap(([, text]) =>
    [...text.matchAll(/OWNER\/vigie[^@\s]*@(\S+)/g)].map(([, ref]) => ref),
  );
  expect(new Set(refs)).toEqual(new Set([`v${version.split('.')[0] ?? ''}`]));
});
