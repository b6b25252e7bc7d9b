import { describe, expect, test } from '@jest/globals';
import { github } from '../../../src/report/formats/github';
import { commandsIn } from '../../support/readers/runner';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { theContainer } from '../../support/evidence';
import { reportOf, shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const shown = shownIn('en', sample);

test('the runner reads an error for each check that failed and a warning for each that could not be found out, where most is lost first', () => {
  expect(
    commandsIn(github([shown], {})).map(({ command, properties }) => [command, properties['title']]),
  ).toEqual([
    ['notice', 'Vigie'],
    ['error', '02-ubuntu · container ubuntu (published ports) (0 / 2.16)'],
    ['error', '02-ubuntu · a check that is not shown in detail (0 / 2.16)'],
    ['error', '02-ubuntu · container gone (state) (0 / 1.62)'],
    ['error', '02-ubuntu · container ubuntu (terminal, standard input, host name) (1.44 / 2.16)'],
    ['warning', '02-ubuntu · container broken (state) (0 / 1.62)'],
  ]);
});

test('an annotation is at its line of the lab, and says why and what to try', () => {
  expect(commandsIn(github([shown], {}))[1]).toEqual({
    command: 'error',
    properties: {
      file: 'labs/lab/lab.yaml',
      line: '1',
      col: '1',
      title: '02-ubuntu · container ubuntu (published ports) (0 / 2.16)',
    },
    text: [
      'Container port 80 is published on host port 80 instead of 8080.',
      'published ports — expected: 8080:80; seen: 80:80',
      '→ Ports are chosen when the container is created: remove it and create it again with the right ones.',
      '$ Command: docker run … -p 8080:80 …',
    ].join('\n'),
  });
});

describe('of more than GitHub shows', () => {
  const many = labWith([
    taskOf(
      'a',
      Array.from({ length: 15 }, (_, index) => onContainer(`c${index}`, {}, { weight: index + 1 })),
    ),
    taskOf(
      'b',
      Array.from({ length: 12 }, (_, index) => onContainer(`d${index}`, {}, { weight: index + 1 })),
    ),
  ]);
  const facts = [
    ...Array.from({ length: 15 }, (_, index) => theContainer(null, `c${index}`)).flat(),
    ...Array.from(
      { length: 12 },
      (_, index) =>
        [`container/d${index}`, { fault: { code: 'deadline', args: { call: 'x', deadlineMs: 1 } } }] as const,
    ),
  ];
  const commands = commandsIn(github([shownIn('en', reportOf(many, facts))], {}));
  const titles = (kind: string) =>
    commands.filter(({ command }) => command === kind).map(({ properties }) => properties['title'] ?? '');

  test('the ten that cost most are written, of each kind', () => {
    expect(titles('error')).toHaveLength(10);
    expect(titles('error')[0]).toMatch(/container c14 /);
    expect(titles('error')[9]).toMatch(/container c5 /);
    expect(titles('warning')).toHaveLength(10);
    expect(titles('warning')[0]).toMatch(/container d11 /);
    expect(titles('notice')).toHaveLength(1);
  });

  test('the notice says how many are left', () => {
    expect(commands[0]?.text).toMatch(/\nThe other checks to do or unknown \(7\) are in the report\.$/);
  });
});
