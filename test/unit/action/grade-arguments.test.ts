import { expect, test } from '@jest/globals';
import { vigieCommands } from '../../../src/action/grade-arguments';
import type { ActionInputs } from '../../../src/action/inputs';

const inputs: ActionInputs = {
  labs: ['02-ubuntu'],
  language: 'en',
  reports: ['html', 'json'],
  failBelow: 'pass',
  artifact: 'vigie',
};
const folders = { package: '/vigie', reports: '/r', step: '/s' };
const own = [
  'json=/r/report.json',
  'markdown=/r/report.md',
  'github=/s/annotations.txt',
  'classroom=/s/classroom.txt',
];
const wishes = [...own, 'html=/r/report.html'];

test('grades on the runner’s engine with the labs that ship, and writes each report once', () => {
  expect(vigieCommands(inputs, undefined, folders)).toEqual([
    [
      'grade',
      '--lang',
      'en',
      '--labs',
      '/vigie/labs',
      ...wishes.flatMap((wish) => ['--report', wish]),
      '--',
      '02-ubuntu',
    ],
  ]);
});

test.each([
  ['evidence', 'which has answers and tests in it', '--labs l --pass 12 --evidence seen.json'],
  [
    'replay',
    'by its answers and tests',
    '--labs l --graders g --answers a.yaml --pass 12 --submission seen.json --time-limit 5m',
  ],
] as const)(
  'judges %s with the labs and pass mark of the teacher, %s; signed where there is a key',
  (kind, _, words) => {
    const more = {
      submission: 'seen.json',
      labsFolder: 'l',
      gradersFolder: 'g',
      answers: 'a.yaml',
      passMark: 12,
      timeLimit: '5m',
    };
    const [command = []] = vigieCommands(
      { ...inputs, ...more },
      { kind, path: 'seen.json' },
      folders,
      'o/r@1',
    );
    expect(command.slice(3, command.indexOf('--report'))).toEqual(
      `${words} --sign --signed-for o/r@1`.split(' '),
    );
  },
);

test('converts a saved report, one format after the other', () => {
  expect(vigieCommands(inputs, { kind: 'report', path: '-report.json' }, folders)).toEqual(
    ['terminal', ...wishes].map((wish) => ['report', '--lang', 'en', '--', wish, '-report.json']),
  );
});
