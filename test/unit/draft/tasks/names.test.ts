import { expect, test } from '@jest/globals';
import { installedByHand } from '../../../../src/draft/tasks/install-task';
import { namesOf } from '../../../../src/draft/tasks/process-task';

test.each([
  ['nginx: master process /usr/sbin/nginx -g daemon off;', 'nginx: master'],
  ['/usr/sbin/apache2 -k start', 'apache2'],
  ['python3 -m http.server 80', 'python3 -m http.server'],
  ['/usr/bin/node /app/server.js --port 80', 'node /app/server.js'],
  ['postgres', 'postgres'],
])('the process `%s` is called `%s`', (command, name) => {
  expect(namesOf([command])).toEqual([name]);
});

test('shells and what keeps a container alive are not worth naming, and a program is named once', () => {
  expect(namesOf(['-bash', 'sleep infinity', 'postgres', 'postgres: walwriter', 'top'])).toEqual([
    'postgres',
  ]);
});

test('a command line that is hardly a name is left alone', () => {
  expect(namesOf(['/.*/', '', '[kworker/0:1]', '\u001b[2J'])).toEqual([]);
});

test('packages that came along, came with the image or of which the time is unknown were not installed by hand', () => {
  const run = (date: string, list: string) => `Start-Date: ${date}\nInstall: ${list}\n`;
  const log = [
    run('2025-01-01  10:00:00', 'old:amd64 (1)'),
    run('yesterday', 'odd:amd64 (1)'),
    run('2026-01-05  10:00:00', 'nginx:amd64 (1.22, 3), libx:amd64 (2, automatic), g++:amd64 (4)'),
  ].join('\n');
  expect(installedByHand(log, Date.parse('2026-01-05T00:00:00Z'))).toEqual(['nginx', 'g++']);
});
