import { describe, expect, test } from '@jest/globals';
import type { CheckVerdict, Outcome, TaskVerdict } from '../../../src/judge/verdict';
import { score } from '../../../src/score/score';
import type { Task } from '../../../src/spec/lab';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';

type Told = Outcome | readonly ('passed' | 'failed' | 'error')[];

const one = (changes = {}) => onContainer('x', {}, changes);

/** Grades tasks whose checks came out as told; a list is the assertions of a check that did not pass. */
function grade(tasks: readonly Task[], told: readonly (readonly Told[])[], pass = 10) {
  const verdicts = tasks.map((task, index): TaskVerdict => {
    const checks = task.checks.map((check, n) => verdictOf(check.id, told[index]?.[n] ?? 'passed'));
    const worst = (['failed', 'error', 'blocked', 'passed'] as const).find((outcome) =>
      checks.some((check) => check.outcome === outcome),
    );
    return { task: task.id, outcome: worst ?? 'excused', checks };
  });
  return score(labWith(tasks, { pass }), { lab: 'lab', tasks: verdicts });
}

function verdictOf(check: string, told: Told): CheckVerdict {
  if (typeof told === 'string') return { check, outcome: told, assertions: [], facts: [] };
  const assertions = told.map((outcome, n) => ({ key: String(n), outcome, expected: null }));
  return { check, outcome: told.includes('failed') ? 'failed' : 'error', assertions, facts: [] };
}

const points = ({ points, max, undecided }: { points: number; max: number; undecided: number }) =>
  `${points}/${max}?${undecided}`;

test('points of a task are divided by weight', () => {
  const { tasks } = grade(
    [taskOf('a', [one({ weight: 3 }), one(), one({ weight: 0 })], { points: 20 })],
    [['passed', 'failed', 'failed']],
  );
  expect(tasks[0]?.checks.map(points)).toEqual(['15/15?0', '0/5?0', '0/0?0']);
});

test('sevenths of a mark add up to it exactly', () => {
  const sevenths = Array.from({ length: 7 }, () => one());
  expect(points(grade([taskOf('a', sevenths, { points: 20 })], []))).toBe('20/20?0');
  expect(points(grade([taskOf('a', sevenths, { points: 10 }), taskOf('b', [one(), one(), one()])], []))).toBe(
    '20/20?0',
  );
});

describe('a check that is divided over its assertions', () => {
  const tasks = [taskOf('a', [one({ partial: true })], { points: 20 })];

  test('has a share for each', () => {
    const graded = grade(tasks, [[['passed', 'failed', 'passed', 'failed']]]);
    expect(points(graded)).toBe('10/20?0');
    expect(graded.tasks[0]?.checks[0]?.assertions?.map(points)).toEqual(['5/5?0', '0/5?0', '5/5?0', '0/5?0']);
  });

  test('is incomplete where an assertion could not be decided, also if another failed', () => {
    const graded = grade(tasks, [[['passed', 'failed', 'error', 'failed']]]);
    expect(points(graded)).toBe('5/20?5');
    expect(graded.outcome).toBe('incomplete');
  });
});

test('what is excused is taken out, and the rest is worth the scale', () => {
  const tasks = [taskOf('a', [one(), one()]), taskOf('b', [one()])];
  const { tasks: graded, points: mark } = grade(tasks, [['passed', 'excused'], ['failed']]);
  expect(graded.map(points)).toEqual(['6.666667/6.666667?0', '0/13.333333?0']);
  expect(mark).toBe(6.666667);
});

test('a bonus adds its own points and fills the mark at most', () => {
  const tasks = [
    taskOf('a', [one(), one()], { points: 20 }),
    taskOf('b', [one()], { points: 4, bonus: true }),
  ];
  expect(points(grade(tasks, [['passed', 'failed'], ['passed']]))).toBe('14/20?0');
  expect(points(grade(tasks, [['passed', 'passed'], ['passed']]))).toBe('20/20?0');
  const stretched = grade(tasks, [['passed', 'excused'], ['failed']]);
  expect(points(stretched)).toBe('20/20?0');
  expect(stretched.tasks.map(points)).toEqual(['20/20?0', '0/4?0']);
});

describe('what waits for something that could not be found out', () => {
  test('is undecided, through any number of steps', () => {
    const tasks = [
      taskOf('a', [one()], { points: 5 }),
      taskOf('b', [one()], { points: 5, needs: ['a'] }),
      taskOf('c', [one()], { points: 10, needs: ['b'] }),
    ];
    expect(points(grade(tasks, [['error'], ['blocked'], ['blocked']]))).toBe('0/20?20');
  });

  test('is lost where it also waits for something that certainly failed', () => {
    const tasks = [
      taskOf('a', [one()], { points: 5 }),
      taskOf('b', [one()], { points: 5 }),
      taskOf('c', [one()], { points: 10, needs: ['a', 'b'] }),
    ];
    expect(grade(tasks, [['error'], ['failed'], ['blocked']]).tasks.map(points)).toEqual([
      '0/5?5',
      '0/5?0',
      '0/10?0',
    ]);
  });
});

test.each([
  [10, 'reached'],
  [10.000001, 'below'],
])('with a pass mark of %s half of the points is %s', (pass, outcome) => {
  expect(grade([taskOf('a', [one()]), taskOf('b', [one()])], [['passed'], ['failed']], pass).outcome).toBe(
    outcome,
  );
});

test('an error makes the mark incomplete even where it is worth nothing', () => {
  const tasks = [taskOf('a', [one({ weight: 0 }), one()], { points: 20 })];
  expect(grade(tasks, [['error', 'passed']])).toMatchObject({
    points: 20,
    undecided: 0,
    outcome: 'incomplete',
  });
});
