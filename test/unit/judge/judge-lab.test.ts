import { describe, expect, test } from '@jest/globals';
import type { Found } from '../../support/evidence';
import { checkOf, evidenceOf, found, theContainer, ubuntu } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { judgeLab } from '../../../src/judge/judge-lab';
import type { LabVerdict } from '../../../src/judge/verdict';
import type { Check, Task } from '../../../src/spec/lab';

const running = { ...ubuntu(), Id: 'a1', Name: '/up' };
const stopped = {
  ...ubuntu({ State: { Status: 'exited', Running: false, ExitCode: 0 } }),
  Id: 'b2',
  Name: '/down',
};
const broken: Found = [
  'container/broken',
  { fault: { code: 'deadline', args: { call: 'GET', deadlineMs: 1 } } },
];
const host: readonly Found[] = [
  ...theContainer(null, 'gone'),
  ...theContainer(running, 'up'),
  ...theContainer(stopped, 'down'),
  broken,
];

const pass = onContainer('up');
const fail = onContainer('down');
const miss = onContainer('gone');
const unknown = onContainer('broken');

const judge = (tasks: readonly Task[]): LabVerdict => judgeLab(labWith(tasks), evidenceOf(host));
/** `task: outcome (outcomes of its checks)`, in the order of the verdict. */
const told = (tasks: readonly Task[]): string[] =>
  judge(tasks).tasks.map(
    ({ task, outcome, checks }) => `${task}: ${outcome} (${checks.map((c) => c.outcome).join(' ')})`,
  );

test.each([
  ['all hold', [pass, pass], 'passed'],
  ['one does not hold', [pass, fail], 'failed'],
  ['one could not be found out', [pass, unknown], 'error'],
  ['one does not hold, another could not be found out', [unknown, fail], 'failed'],
  ['one is excused and the rest holds', [{ ...fail, excused: 'ill' }, pass], 'passed'],
  ['one is excused and the rest does not hold', [{ ...pass, excused: 'ill' }, fail], 'failed'],
  [
    'all are excused',
    [
      { ...pass, excused: 'ill' },
      { ...fail, excused: 'ill' },
    ],
    'excused',
  ],
])('a task of which %s', (_, checks, outcome) => {
  expect(judge([taskOf('a', checks)]).tasks[0]?.outcome).toBe(outcome);
});

test('a task waits for what it needs, and that for what it needs, with the nearest as its reason', () => {
  const tasks = [
    taskOf('a', [fail]),
    taskOf('b', [pass, pass], { needs: ['a'] }),
    taskOf('c', [pass], { needs: ['b'] }),
  ];
  expect(told(tasks)).toEqual(['a: failed (failed)', 'b: blocked (blocked blocked)', 'c: blocked (blocked)']);
  expect(judge(tasks).tasks.map(({ checks }) => checks[0]?.message)).toMatchObject([
    { code: 'container.left-shell' },
    { code: 'check.blocked-by-task', args: { task: 'a' } },
    { code: 'check.blocked-by-task', args: { task: 'b' } },
  ]);
});

test('what waits for something that could not be found out is blocked, not failed', () => {
  expect(told([taskOf('a', [unknown]), taskOf('b', [fail], { needs: ['a'] })])).toEqual([
    'a: error (error)',
    'b: blocked (blocked)',
  ]);
});

test('of several needs the first that is not met is the reason; an excused one is met', () => {
  const tasks = [
    taskOf('a', [pass]),
    taskOf('b', [fail], { excused: 'ill' }),
    taskOf('c', [fail]),
    taskOf('d', [fail]),
    taskOf('e', [pass], { needs: ['a', 'b'] }),
    taskOf('f', [pass], { needs: ['a', 'd', 'c'] }),
  ];
  const { tasks: verdicts } = judge(tasks);
  expect(verdicts.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'excused',
    'failed',
    'failed',
    'passed',
    'blocked',
  ]);
  expect(verdicts[5]?.checks[0]?.message?.args).toEqual({ task: 'd' });
});

test('a blocked or excused check was not looked at: it rests on no fact and says nothing of its assertions', () => {
  const [, blocked] = judge([taskOf('a', [fail]), taskOf('b', [pass], { needs: ['a'] })]).tasks;
  expect(blocked?.checks[0]).toMatchObject({ outcome: 'blocked', assertions: [], facts: [] });
  const [excused] = judge([taskOf('a', [{ ...fail, excused: { fr: 'malade', en: 'ill' } }])]).tasks;
  expect(excused?.checks[0]).toEqual({
    check: 'a.1',
    outcome: 'excused',
    assertions: [],
    facts: [],
    message: { code: 'check.excused', args: { reason: { fr: 'malade', en: 'ill' } } },
  });
});

test('excused comes before blocked, and a task that is excused is so in all its checks', () => {
  const tasks = [
    taskOf('a', [fail]),
    taskOf('b', [{ ...pass, excused: 'ill' }, pass], { needs: ['a'] }),
    taskOf('c', [pass, fail], { needs: ['a'], excused: 'ill' }),
  ];
  expect(told(tasks)).toEqual([
    'a: failed (failed)',
    'b: blocked (excused blocked)',
    'c: excused (excused excused)',
  ]);
});

test('the order of the file changes nothing but the order of the verdicts', () => {
  const chain = [
    taskOf('a', [pass]),
    taskOf('b', [fail], { needs: ['a'] }),
    taskOf('c', [pass], { needs: ['b'] }),
    taskOf('d', [pass], { needs: ['a'] }),
  ];
  const outcomes = ['a: passed (passed)', 'b: failed (failed)', 'c: blocked (blocked)', 'd: passed (passed)'];
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
  ])
    expect(told(order.flatMap((index) => chain[index] ?? []))).toEqual(order.map((index) => outcomes[index]));
});

test('what is missing is told once; later checks that miss the same are blocked by the first', () => {
  const tasks = [taskOf('a', [pass, miss, miss]), taskOf('b', [miss, fail])];
  expect(told(tasks)).toEqual(['a: failed (passed failed blocked)', 'b: failed (blocked failed)']);
  expect(judge(tasks).tasks[1]?.checks[0]?.message).toEqual({
    code: 'check.blocked-by-check',
    args: { check: 'a.2' },
  });
});

test('the check that tells a cause stands above those that refer to it, whatever needs what', () => {
  const tasks = [taskOf('b', [miss], { needs: ['a'] }), taskOf('c', [miss]), taskOf('a', [pass, miss])];
  // c is judged before or after a; in the file it is above.
  expect(
    told([tasks[1] ?? taskOf('x', []), tasks[2] ?? taskOf('x', []), tasks[0] ?? taskOf('x', [])]),
  ).toEqual(['c: failed (failed)', 'a: blocked (passed blocked)', 'b: blocked (blocked)']);
  const first = taskOf('first', [miss], { needs: ['later'] });
  expect(told([first, taskOf('later', [pass]), taskOf('last', [miss])])).toEqual([
    'first: failed (failed)',
    'later: passed (passed)',
    'last: blocked (blocked)',
  ]);
});

test('a hidden check tells nothing, so that no other check can refer to it', () => {
  const hidden = { ...miss, hidden: true };
  expect(told([taskOf('a', [hidden, miss, hidden, miss])])).toEqual([
    'a: failed (failed failed blocked blocked)',
  ]);
});

describe('a container that does not run', () => {
  const paused = ubuntu({ State: { Status: 'paused', Running: true, Paused: true } });
  const inside: readonly Found[] = [
    ...theContainer(paused),
    found({ fact: 'top', container: 'ubuntu' }, null),
    found({ fact: 'exec', container: 'ubuntu', command: ['true'], deadlineMs: 10_000 }, null),
  ];
  const process = checkOf('process', 'nginx', { in: 'ubuntu' });
  const exec = checkOf('exec', ['true'], { in: 'ubuntu', 'exit-code': 0 });
  const outcomes = (checks: readonly Check[]): string[] =>
    judgeLab(labWith([taskOf('a', checks)]), evidenceOf(inside)).tasks.flatMap((task) =>
      task.checks.map(({ outcome, message }) => `${outcome} ${message?.code ?? ''}`),
    );
  const waits = 'blocked check.blocked-by-check';

  test('is told by the check of its state, and what is looked for inside waits for that', () => {
    expect(outcomes([onContainer('ubuntu'), process, exec])).toEqual([
      'failed container.paused',
      waits,
      waits,
    ]);
  });

  test('is told by the first that misses it where no check of its state stands above', () => {
    const told = ['failed container.paused', waits];
    expect(outcomes([process, exec])).toEqual(told);
    expect(outcomes([onContainer('ubuntu', { tty: true }), process, exec])).toEqual(['passed ', ...told]);
  });

  test('is told again where the check of its state is hidden or says something else', () => {
    const hidden = onContainer('ubuntu', { state: 'running' }, { hidden: true });
    expect(outcomes([hidden, process])).toEqual(['failed container.paused', 'failed container.paused']);
    const other = onContainer('ubuntu', { state: 'running', image: 'alpine' });
    expect(outcomes([other, process])).toEqual(['failed container.other-image', 'failed container.paused']);
  });

  test('never blocks the check of its state, which keeps the points for what it has', () => {
    const state = onContainer('ubuntu', { state: 'running', tty: true }, { partial: true });
    const { tasks } = judgeLab(labWith([taskOf('a', [process, state])]), evidenceOf(inside));
    expect(tasks[0]?.checks[1]).toMatchObject({
      outcome: 'failed',
      assertions: [{ outcome: 'failed' }, { outcome: 'passed' }],
    });
  });
});

test('a cause that only an excused check met is still told', () => {
  expect(told([taskOf('a', [{ ...miss, excused: 'ill' }]), taskOf('b', [miss])])).toEqual([
    'a: excused (excused)',
    'b: failed (failed)',
  ]);
});

test('a fact that nobody collected is an error, never a pass or a fail', () => {
  const verdict = judgeLab(labWith([taskOf('a', [pass])]), evidenceOf([]));
  expect(verdict.tasks[0]?.checks[0]).toMatchObject({
    outcome: 'error',
    message: { code: 'check.fault', args: { fault: { code: 'fact.not-collected' } } },
  });
});

test('the same evidence gives the same bytes, whatever the order of its facts', () => {
  const lab = labWith([taskOf('a', [pass, miss, unknown]), taskOf('b', [fail, miss])]);
  const once = JSON.stringify(judgeLab(lab, evidenceOf(host)));
  expect(JSON.stringify(judgeLab(lab, evidenceOf(host)))).toBe(once);
  const backwards = Object.entries(evidenceOf(host).facts).reverse();
  expect(JSON.stringify(judgeLab(lab, evidenceOf(backwards)))).toBe(once);
});
