import { describe, expect, test } from '@jest/globals';
import { commandsOf, formatCommand, isCommand } from '../../../../src/text/console/commands';

describe('a line', () => {
  test.each([
    ['service nginx  start', ['service nginx start']],
    ['apt update && apt-get install -y nginx', ['apt update', 'apt-get install -y nginx']],
    ['clear; /usr/bin/python3 -q', ['clear', 'python3 -q']],
    ['sudo -E DEBIAN_FRONTEND=noninteractive apt install nginx', ['apt install nginx']],
    ['sudo -u root nginx', ['nginx']],
    ['/etc/init.d/nginx start', ['service nginx start']],
    ['yes | apt install nginx 2>/dev/null >> /tmp/x # in a hurry', ['yes', 'apt install nginx']],
    [
      'bash -c "apt update; apt install nginx"',
      ["bash -c 'apt update; apt install nginx'", 'apt update', 'apt install nginx'],
    ],
    ['apt install \\\nnginx', ['apt install nginx']],
    ['echo "apt install nginx; nginx"', ["echo 'apt install nginx; nginx'"]],
    ['timeout 5 nginx', ['nginx']],
    ['PATH=/x', []],
    ['# apt install nginx', []],
    ['', []],
  ])('%j is read as a shell reads it', (line, commands) => {
    expect(commandsOf(line).map(formatCommand)).toEqual(commands);
  });

  test('without its closing quote is read all the same', () => {
    expect(commandsOf("echo 'one two").map(formatCommand)).toEqual(["echo 'one two'"]);
  });

  test('of any length is read in linear time', () => {
    const started = performance.now();
    for (const part of ['"', "'", '\\', '$(', '; ', 'bash -c "', 'sudo ']) commandsOf(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('a command is the one that is wanted', () => {
  const meets = (seen: string, wanted: string) =>
    isCommand(commandsOf(seen)[0] ?? [], commandsOf(wanted)[0] ?? []);
  test.each([
    ['apt-get install -y curl nginx', 'apt install nginx'],
    ['apt install nginx -y', 'apt install nginx'],
    ['/usr/bin/python3.12 -q', 'python3'],
    ['service nginx start', 'service nginx start'],
  ])('%j for %j', (seen, wanted) => {
    expect(meets(seen, wanted)).toBe(true);
  });
  test.each([
    ['apt remove nginx', 'apt install nginx'],
    ['apt install nginx-extras', 'apt install nginx'],
    ['echo apt install nginx', 'apt install nginx'],
    ['python', 'python3'],
    ['apt install nginx', 'apt install -y nginx'],
  ])('not %j for %j', (seen, wanted) => {
    expect(meets(seen, wanted)).toBe(false);
  });
});
