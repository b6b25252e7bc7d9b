import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptAnswerIn } from '../../../../src/text/console/apt';
import { commandsOf } from '../../../../src/text/console/commands';
import { failureOf } from '../../../../src/text/console/failure';
import { readConsole } from '../../../../src/text/console/read-console';
import { stripTerminal } from '../../../../src/text/terminal';

const recording = readFileSync(join(__dirname, '../../../fixtures/consoles/apt-question.txt'), 'utf8');

/** Of each `apt install` that was typed: the line that says that it failed. */
const failures = (text: string) =>
  readConsole(text).flatMap(({ line = '', output, isOver }) =>
    commandsOf(line)
      .filter((command) => command.includes('install'))
      .map((command) => failureOf(command, stripTerminal(output), { isOver })),
  );

describe('apt’s question, as a container’s terminal recorded it', () => {
  test('any answer but yes leaves nothing installed, and so do Ctrl-C and Ctrl-D', () => {
    const answers = ['oui', 'n', 'service nginx start', '^C', '', 'non'];
    expect(failures(recording).map((line) => aptAnswerIn(line ?? ''))).toEqual(
      answers.map((answer) => ({ yes: 'Y', answer })),
    );
  });

  const question = recording.indexOf('Do you want to continue?');
  test.each([
    ['with the question', recording.slice(0, question) + 'Do you want to continue? [Y/n] '],
    ['as an engine keeps it, whose log has whole lines', recording.slice(0, question)],
  ])('while nobody has answered, it waits: %s', (_what, upTo) => {
    const waits = { yes: 'Y', answer: undefined };
    expect(failures(upTo).map((line) => aptAnswerIn(line ?? ''))).toEqual([waits]);
    const asksNothing = upTo
      .replace('apt install nginx', 'apt install -y nginx')
      .replace(/Do you want.*/, '');
    expect(failures(asksNothing)).toEqual(['']);
  });

  test('the end of a download that Ctrl-C broke off is no installation', () => {
    const cut = recording.replace('[Y/n] oui\r\nAbort.', '[Y/n] \r\n12% [Connecting to deb.debian.org]^C');
    expect(failures(cut)[0]).toBe('12% [Connecting to deb.debian.org]^C');
  });

  test('whoever said yes has not failed', () => {
    const done = recording.replace('[Y/n] oui\r\nAbort.', '[Y/n] y\r\nSetting up nginx (1.22.1-9) ...');
    expect(failures(done)[0]).toBeUndefined();
  });
});

test.each([
  ['Souhaitez-vous continuer\u00a0? [O/n] y', { yes: 'O', answer: 'y' }],
  ['Souhaitez-vous continuer ? [O/n] Annulation.', { yes: 'O', answer: '' }],
  [
    'Après cette opération, 1 709 ko d’espace disque supplémentaires seront utilisés.',
    { yes: 'O', answer: undefined },
  ],
  ['E: Unable to locate package nginx', undefined],
])('%j is met with %j', (line, met) => {
  expect(aptAnswerIn(line)).toEqual(met);
});
