import { describe, expect, test } from '@jest/globals';
import { consoleOf } from '../../../../src/checks/kinds/logs/console';
import { requestsOf } from '../../../../src/checks/needs';
import type { ContainerInspect } from '../../../../src/evidence/docker';
import type { LogsFact } from '../../../../src/evidence/facts';
import type { Json } from '../../../../src/text/json';
import { anyLab, checkOf, found, judged, theContainer, ubuntu } from '../../../support/evidence';

const esc = '\u001b';
const session = [
  `${esc}[?2004h${esc}]0;root@b6c13eacabfa: /\u0007root@b6c13eacabfa:/# apt updatf\b${esc}[Ke\r`,
  `${esc}[?2004l\rReading package lists... Done\r`,
  `${esc}[?2004hroot@b6c13eacabfa:/# apt install -y nginx\r`,
  `${esc}[?2004l\rSetting up nginx (1.22.1-9+deb12u9) ...\r`,
  `${esc}[?2004hroot@b6c13eacabfa:/# `,
].join('\n');
const tty: LogsFact = { tty: true, stdout: session, stderr: '', truncated: false };
const plain: LogsFact = { tty: false, stdout: 'Hello from Docker!\n', stderr: 'warning\n', truncated: false };

function judge(keys: Record<string, Json>, fact: LogsFact | null = tty) {
  return judged(checkOf('logs', 'ubuntu', keys), [
    ...theContainer(ubuntu()),
    found({ fact: 'logs', container: 'ubuntu' }, fact),
  ]);
}
const typedLines = (line: string, main: string | undefined) =>
  consoleOf({ ...tty, stdout: `${line}\n` }, main, undefined).typed;
const outcome = (...args: Parameters<typeof judge>) => judge(...args).verdict.outcome;
const code = (...args: Parameters<typeof judge>) => judge(...args).verdict.message?.code;

describe('a logs check', () => {
  test('searches a session without its control sequences', () => {
    expect(outcome({ output: ['Setting up nginx'] })).toBe('passed');
    expect(outcome({ output: '/^Setting up nginx/m' })).toBe('passed');
    expect(outcome({ output: { not: { contains: '2004' } } })).toBe('passed');
  });

  test('knows what was typed behind a prompt, as it was after editing', () => {
    expect(outcome({ typed: '/^apt install .*nginx/' })).toBe('passed');
    expect(outcome({ typed: ['apt update', 'apt install -y nginx'] })).toBe('passed');
    expect(outcome({ typed: 'apt updatf' })).toBe('failed');
  });

  const console = (lines: readonly string[]) => ({
    ...tty,
    stdout: lines.map((line) => `${line}\r\n`).join(''),
  });
  const prompt = 'root@b6c13eacabfa:/# ';

  test.each([
    ['service nginx start', `${prompt}service nginx  start`],
    ['service nginx start', `${prompt}/etc/init.d/nginx start`],
    ['python3', `${prompt}clear; /usr/bin/python3 -q`],
    ['apt install nginx', `${prompt}apt update && apt-get install -y nginx`],
  ])('reads %j as a shell does in %j', (ran, line) => {
    expect(outcome({ ran }, console([line, prompt]))).toBe('passed');
  });

  test('does not take a command for done that the console shows to have failed', () => {
    const failed = console([`${prompt}apt install nginx`, 'E: Unable to locate package nginx', prompt]);
    expect(outcome({ ran: 'apt install nginx' }, failed)).toBe('failed');
    expect(code({ ran: 'apt install nginx' }, failed)).toBe('logs.ran-failed');
    expect(code({ ran: 'apt install nginx' }, tty)).toBeUndefined();
    expect(code({ ran: 'service nginx start' }, tty)).toBe('logs.not-typed');
  });

  test('knows what was typed at Python’s console', () => {
    const session = console([`${prompt}python3`, '>>> print(6 * 7)', '42', '>>> exit()', prompt]);
    expect(outcome({ python: 'print(6 * 7)', ran: 'python3' }, session)).toBe('passed');
    expect(outcome({ typed: 'print(6 * 7)' }, session)).toBe('failed');
  });

  test('has all that was typed where only what commands printed is left out', () => {
    const cut = { ...tty, truncated: true, omitted: 'output' } as const;
    expect(outcome({ typed: 'ls' }, cut)).toBe('failed');
    expect(outcome({ typed: 'ls' }, { ...tty, truncated: true })).toBe('error');
  });

  test('takes nothing for absent from a log whose beginning may be gone', () => {
    const rotated = { ...tty, startLost: true };
    expect(outcome({ typed: 'ls' }, rotated)).toBe('error');
    expect(outcome({ output: { not: { contains: 'xyz' } } }, rotated)).toBe('error');
    expect(outcome({ typed: 'apt update' }, rotated)).toBe('passed');
  });

  test('knows what was looked for in all of a long log, and nothing else of its middle', () => {
    const searched = { found: { 'Setting up': true, '/^Abort/m': false }, size: 5_000_000 };
    const long = { ...plain, stdout: 'start\n…\nend\n', truncated: true, searched: { stdout: searched } };
    expect(outcome({ stdout: ['Setting up'] }, long)).toBe('passed');
    expect(outcome({ stdout: { not: { contains: 'Setting up' } } }, long)).toBe('failed');
    expect(outcome({ stdout: '/^Abort/m' }, long)).toBe('failed');
    expect(outcome({ stdout: { not: '/^Abort/m' } }, long)).toBe('passed');
    expect(outcome({ stdout: { size: { gte: 4_000_000 } } }, long)).toBe('passed');
    expect(outcome({ stdout: { size: 5_000_001 } }, long)).toBe('failed');
    expect(outcome({ stdout: 'start' }, long)).toBe('failed');
    for (const stdout of [['Abort'], { not: { contains: 'Abort' } }])
      expect([stdout, outcome({ stdout }, long)]).toEqual([stdout, 'error']);
    expect(outcome({ output: ['Setting up'] }, long)).toBe('error');
    expect(outcome({ stderr: 'warning' }, long)).toBe('error');
    const stderr = { found: {}, size: 8, whole: true } as const;
    expect(outcome({ stderr: 'warning' }, { ...long, searched: { stderr } })).toBe('passed');
  });

  test('asks for what it looks for, and not for what it compares', () => {
    const keys = { output: { all: ['a\n', '/b/i'], matches: 'c+', size: 7 }, stderr: { not: ['d'] } };
    expect(requestsOf({ check: checkOf('logs', 'ubuntu', keys), lab: anyLab })).toContainEqual({
      fact: 'logs',
      container: 'ubuntu',
      search: ['a', '/b/i', '/c+/', 'd'],
    });
  });

  test('asks for all of a log of which only the length counts', () => {
    const check = checkOf('logs', 'ubuntu', { output: { size: { lt: 9 } } });
    const asked = requestsOf({ check, lab: anyLab });
    expect(asked).toContainEqual({ fact: 'logs', container: 'ubuntu', search: [] });
  });

  test.each([
    ['none', 'none'],
    ['syslog', 'syslog'],
    ['json-file', ''],
  ])('of a container with the log driver %s that cannot be read takes no point', (type, driver) => {
    const muted = { ...ubuntu(), HostConfig: { LogConfig: { Type: type } } } as ContainerInspect;
    for (const keys of [{ typed: 'ls' }, { output: { not: { contains: 'x' } } }, { ran: 'ls' }]) {
      const { verdict } = judged(checkOf('logs', 'ubuntu', keys), [
        ...theContainer(muted),
        found({ fact: 'logs', container: 'ubuntu' }, { ...plain, unreadable: true }),
      ]);
      expect(verdict).toMatchObject({
        outcome: 'error',
        message: { args: { fault: { code: 'log.unreadable', args: { name: 'ubuntu', driver } } } },
      });
    }
  });

  test('takes the two streams of a program without a terminal apart', () => {
    expect(outcome({ stdout: 'Hello from Docker!', stderr: 'warning' }, plain)).toBe('passed');
    expect(outcome({ output: ['Hello', 'warning'] }, plain)).toBe('passed');
  });

  test.each<[string, Record<string, Json>, LogsFact]>([
    ['logs.empty', { output: ['x'] }, { ...plain, stdout: '', stderr: '' }],
    ['logs.not-there', { output: ['x'] }, plain],
    ['logs.other-stream', { stdout: ['warning'] }, plain],
    ['logs.other-stream', { stderr: ['Hello'] }, plain],
    ['logs.no-terminal', { typed: 'ls' }, plain],
    ['logs.nothing-typed', { typed: 'ls' }, { ...tty, stdout: 'root@b6c13eacabfa:/# ' }],
    ['logs.not-typed', { typed: 'apt install nginx' }, tty],
    ['logs.printed-not-typed', { typed: 'Reading package lists... Done' }, tty],
    ['check.differs', { output: { not: { contains: 'Hello' } } }, plain],
    ['check.differs', { stdout: ['nothing like it'] }, plain],
  ])('says %s', (expected, keys, fact) => {
    expect(code(keys, fact)).toBe(expected);
  });
});

describe('typed lines', () => {
  test.each([
    ['root@b6c13eacabfa:/# ls -l', 'ls -l'],
    ['student@host:~/lab$ docker ps', 'docker ps'],
    ['[root@b6c13eacabfa /]# dnf install nginx', 'dnf install nginx'],
    ['bash-5.1# id', 'id'],
    ['/ # apk add nginx', 'apk add nginx'],
    ['~ # id', 'id'],
    ['(venv) root@b6c13eacabfa:/# pip list', 'pip list'],
  ])('are found behind the prompt of %j', (line, typed) => {
    expect(typedLines(line, '/bin/bash')).toEqual([typed]);
  });

  test.each([
    'apt install nginx',
    '# apt install nginx',
    '>>> import os',
    'mail me at a@b.example: costs 5$ only',
    'root@b6c13eacabfa:/# ',
    `root@b6c13eacabfa:/# ${'x'.repeat(5000)}`,
  ])('are not found in %j', (line) => {
    expect(typedLines(line, '/bin/bash')).toEqual([]);
  });

  test('may stand behind a bare sign where the shell is one that shows no more', () => {
    expect(typedLines('# apt install nginx', '/bin/sh')).toEqual(['apt install nginx']);
  });

  test('are found in linear time, whatever a line holds', () => {
    const hostile = ['a@b:', '/'.repeat(4000), '[a@b ', '('.repeat(4000), 'a@'.repeat(2000)];
    const started = performance.now();
    for (const line of hostile) expect(typedLines(Array(200).fill(line).join('\n'), undefined)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('what never started is said to be so, by the name of the container, whatever it was asked by', () => {
  const created = ubuntu({
    Name: '/hungry_hopper',
    State: { Status: 'created', Running: false },
    Config: { Image: 'hello-world' },
  });
  const name = 'image:hello-world';
  const { verdict } = judged(checkOf('logs', { image: 'hello-world' }, { output: '/Hello/' }), [
    ...theContainer(created, name),
    found({ fact: 'logs', container: name }, { stdout: '', stderr: '', tty: false, truncated: false }),
  ]);
  expect(verdict.message).toEqual({ code: 'container.never-started', args: { name: 'hungry_hopper' } });
});
