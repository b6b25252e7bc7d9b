import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Workflow } from '../../support/workflow-runner/workflow-file';
import { besideSigning, injected, stepsOf, unpinned, withoutPermissions } from './rules';
import { actionText, ownWorkflows, shownWorkflows } from './workflow-texts';

const root = resolve(__dirname, '../../..');
const workflows = [...ownWorkflows, ...shownWorkflows];
const all = [...workflows, ['action.yml', actionText] as const];

const workflowOf = (name: string): Workflow => {
  const [, text = ''] = ownWorkflows.find(([file]) => file.endsWith(`/${name}.yml`)) ?? [];
  return parse(text) as Workflow;
};

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

// At most one job of a group waits: a third would take the second one's place.
test.each(['grade', 'class'])(
  '%s.yml makes no job wait for another run, so that none is cancelled',
  (name) => {
    const workflow = workflowOf(name);
    expect(workflow).not.toHaveProperty('concurrency');
    expect(Object.values(workflow.jobs).filter(({ concurrency }) => concurrency !== undefined)).toEqual([]);
  },
);

test('each job may do what it needs, and no more', () => {
  const all = ownWorkflows.flatMap(([name, text]) =>
    Object.entries((parse(text) as Workflow).jobs).map(([job, { permissions }]) => [
      `${basename(name, '.yml')} ${job}`,
      permissions,
    ]),
  );
  const read = { contents: 'read' };
  const sign = { 'id-token': 'write', attestations: 'write' };
  expect(Object.fromEntries(all)).toEqual({
    'ci gate': read,
    'ci action': read,
    'class grade': { ...read, actions: 'read' },
    'class gradebook': { ...read, actions: 'read' },
    'grade grade': read,
    'grade attest': sign,
    'release build': read,
    'release attest': sign,
    'release publish': { contents: 'write' },
  });
});

test.each([...ownWorkflows, ['action.yml', actionText] as const])(
  '%s runs nothing and checks nothing out where a token for signing is',
  (_, text) => {
    expect(besideSigning(text)).toEqual([]);
  },
);

test('the attestation of a grade is over a digest from the job before, not over a file that others could write', () => {
  const { steps = [] } = workflowOf('grade').jobs['attest'] ?? {};
  expect(steps.map(({ uses, with: given }) => [uses?.replace(/@.*/, ''), given])).toEqual([
    [
      'actions/attest-build-provenance',
      { 'subject-name': 'report.json', 'subject-digest': '${{ needs.grade.outputs.digest }}' },
    ],
  ]);
});

test('grade.yml puts the repository that calls beside the grader, never around it or where it goes', () => {
  const { steps = [] } = workflowOf('grade').jobs['grade'] ?? {};
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map(({ with: given }) => [given?.['repository'], given?.['path']])).toEqual([
    [undefined, 'work'],
    ['${{ job.workflow_repository }}', '.vigie'],
  ]);
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

  test('what is run beside a token for signing', () => {
    const job = (step: string): string =>
      `jobs: { a: { permissions: { id-token: write }, steps: [${step}] } }`;
    expect(besideSigning(job('{ run: npm ci }'))).toEqual(['npm ci']);
    expect(besideSigning(job('{ uses: ./.vigie }'))).toEqual(['./.vigie']);
    expect(besideSigning(job('{ uses: actions/checkout@v7 }'))).toEqual(['actions/checkout@v7']);
    expect(besideSigning(job('{ uses: actions/attest-build-provenance@v4 }'))).toEqual([]);
    expect(besideSigning('jobs: { a: { permissions: write-all, steps: [{ run: x }] } }')).toEqual(['x']);
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
