import { expect, test } from '@jest/globals';
import { commandsOf } from '../../../../src/text/console/commands';
import { failureOf } from '../../../../src/text/console/failure';

const of = (line: string, output: string, isOver = true) =>
  commandsOf(line).map((command) => failureOf(command, output, { isOver }));

test.each([
  ['nginx', 'bash: nginx: command not found\n', ['bash: nginx: command not found']],
  ['/etc/init.d/nginx start', 'bash: /etc/init.d/nginx: No such file or directory\n', [expect.any(String)]],
  ['apt install nginx', 'E: Unable to locate package nginx\n', ['E: Unable to locate package nginx']],
  ['apt install nginx', 'Do you want to continue? [Y/n] n\nAbort.\n', ['Do you want to continue? [Y/n] n']],
  ['service nginx start', 'nginx: unrecognized service\n', ['nginx: unrecognized service']],
  ['service nginx start', 'Starting nginx: nginx failed!\n', ['Starting nginx: nginx failed!']],
])('%j with %j has failed', (line, output, failures) => {
  expect(of(line, output)).toEqual(failures);
});

test.each([
  ['apt install nginx', 'Setting up nginx (1.22.1-9) ...\n'],
  ['apt install nginx', 'nginx is already the newest version (1.22.1-9).\n'],
  ['apt install nginx', 'W: some warning\nSetting up nginx-core:amd64 (1) ...\n'],
  ['service nginx start', 'Starting nginx: nginx.\n'],
  ['python3', '42\n'],
])('%j with %j has not', (line, output) => {
  expect(of(line, output)).toEqual([undefined]);
});

test('of several commands of a line only the one that failed has', () => {
  const output = 'Setting up nginx (1.22.1-9) ...\nbash: pyton3: command not found\n';
  expect(of('apt install nginx && pyton3', output)).toEqual([undefined, 'bash: pyton3: command not found']);
});

test('an installation that nobody has confirmed yet is not done', () => {
  expect(of('apt install nginx', 'Do you want to continue? [Y/n] ', false)).toEqual([
    'Do you want to continue? [Y/n]',
  ]);
});
