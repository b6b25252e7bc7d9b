import { expect, test } from '@jest/globals';
import { nextStep } from '../../../src/report/next-step';
import { theContainer, ubuntu, type Found } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { reportOf, shownIn } from '../../support/report-builder';

const fault: Found = [
  'container/broken',
  { fault: { code: 'deadline', args: { call: 'GET /containers/broken/json', deadlineMs: 8000 } } },
];
const facts = [
  ...theContainer(null, 'gone'),
  ...theContainer(null, 'away'),
  ...theContainer(ubuntu()),
  fault,
];
const on = {
  ubuntu: onContainer('ubuntu'),
  gone: onContainer('gone'),
  away: onContainer('away'),
  broken: onContainer('broken'),
};
type Task = readonly [name: keyof typeof on, bonus?: boolean];

const next = (tasks: readonly Task[]) =>
  nextStep(
    shownIn(
      'en',
      reportOf(
        labWith(
          tasks.map(([name, bonus = false], index) => taskOf(`${index + 1}-${name}`, [on[name]], { bonus })),
        ),
        facts,
      ),
    ),
  )?.task.id;

test.each<[string, readonly Task[], string | undefined]>([
  ['the first that fails', [['ubuntu'], ['gone'], ['gone']], '2-gone'],
  ['what fails before what is unknown', [['broken'], ['gone']], '2-gone'],
  ['what is unknown where nothing fails', [['ubuntu'], ['broken']], '2-broken'],
  ['a bonus last', [['gone', true], ['away']], '2-away'],
  ['a bonus where that is all', [['gone', true], ['ubuntu']], '1-gone'],
  ['nothing where all passed', [['ubuntu']], undefined],
])('next comes %s', (_, tasks, task) => {
  expect(next(tasks)).toBe(task);
});
