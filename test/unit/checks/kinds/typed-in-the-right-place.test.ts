import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCheck } from '../../../../src/judge/judge-check';
import { textOf } from '../../../../src/messages/render';
import { texts as en } from '../../../../src/messages/en';
import { texts as fr } from '../../../../src/messages/fr';
import type { Json } from '../../../../src/text/json';
import { checkOf, found, lookIn, theContainer, ubuntu } from '../../../support/evidence';
import { recorded, ubuntuId } from '../../../support/events';
import { labOf } from '../../../support/grade-checks';

const recording = readFileSync(join(__dirname, '../../../fixtures/consoles/apt-question.txt'), 'utf8');
const second = recording.indexOf('apt install nginx', recording.indexOf('[Y/n] oui'));
/** `apt update`, `apt install nginx`, and `oui`. */
const answeredOui = recording.slice(0, recording.lastIndexOf('\x1b[?2004h', second));
const answered = (answer: string) => answeredOui.replace('[Y/n] oui', `[Y/n] ${answer}`);
const unanswered = answeredOui.slice(0, answeredOui.indexOf('Do you want to continue?'));
const prompt = 'root@b6c13eacabfa:/# ';
const lines = (...shown: readonly string[]) => shown.map((line) => `${line}\r\n`).join('');

interface Host {
  readonly console: string;
  readonly indexFetched?: boolean;
  /** The lab does not read the log. */
  readonly isUnread?: true;
  readonly exec?: string;
}

function judge(kind: string, subject: Json, keys: Record<string, Json>, host: Host) {
  const { console, indexFetched = true, isUnread, exec } = host;
  const check = checkOf(kind, subject, keys);
  const reading = checkOf('jest', 'typed', { reads: ['logs/ubuntu'] });
  const events = exec === undefined ? [] : [recorded(1, `exec_start: ${exec}`, { id: ubuntuId })];
  const facts = [
    ...theContainer(ubuntu({ Id: ubuntuId, Created: new Date(0).toISOString() })),
    found({ fact: 'engine' }, { flavour: 'docker' } as never), // the rest is not read
    found({ fact: 'events' }, { events, completeSince: 0, readAt: 9e9 }),
    found(
      { fact: 'logs', container: 'ubuntu' },
      { tty: true, stdout: console, stderr: '', truncated: false },
    ),
    found(
      { fact: 'packages', container: 'ubuntu', names: ['nginx'] },
      { manager: 'dpkg', installed: {}, unfinished: {}, related: [], count: 90, indexFetched },
    ),
  ];
  return judgeCheck(check, labOf([check, ...(isUnread ? [] : [reading])]), lookIn(facts)).verdict.message;
}

const installed = (host: Host) => judge('package', 'nginx', { in: 'ubuntu' }, host);
const ran = (command: Json, host: Host) => judge('logs', 'ubuntu', { ran: command }, host);

describe('a package whose installation was typed in its container', () => {
  test.each([
    ['oui', answeredOui, 'oui'],
    ['n', answered('n'), 'n'],
    ['Ctrl-C', answered('^C').replace('Abort.\r\n', ''), '^C'],
    ['Ctrl-D', answeredOui.replace('oui\r\n', ''), ''],
  ])('tells of apt’s question and its answer: %s', (_what, console, answer) => {
    const message = installed({ console });
    expect(message).toEqual({
      code: 'package.declined',
      args: { package: 'nginx', name: 'ubuntu', yes: 'Y', answer },
    });
  });

  test('says the question and what to answer, in both languages', () => {
    const message = installed({ console: answeredOui });
    if (!message) throw new Error('It says nothing.');
    expect(textOf(message, en)).toMatchObject({
      says: 'apt asked "Do you want to continue? [Y/n]" and was answered "oui": "nginx" was not installed in container "ubuntu".',
      hint: 'Type the command again, then answer Y, or just press Enter.',
    });
    const { says, hint } = textOf(message, fr);
    expect(`${says} ${hint}`.replace(/\s/g, ' ')).toBe(
      'apt a demandé « Do you want to continue? [Y/n] » et a reçu la réponse « oui » : « nginx » n’a pas été installé dans le conteneur « ubuntu ». ' +
        'Retapez la commande, puis répondez Y, ou appuyez simplement sur Entrée.',
    );
  });

  test('waits for an answer, or still runs', () => {
    expect(installed({ console: unanswered })?.code).toBe('package.unanswered');
    const running = lines(`${prompt}apt install nginx`, 'Reading package lists... 40%');
    expect(installed({ console: running, indexFetched: false })?.code).toBe('package.installing');
  });

  test.each([
    ['apt install ngnix', 'E: Unable to locate package ngnix'],
    ['apt-get install -y nginx', 'E: Could not get lock /var/lib/dpkg/lock-frontend.'],
  ])('%s failed, and the console says why', (command, said) => {
    expect(installed({ console: lines(`${prompt}${command}`, said, prompt) })).toMatchObject({
      code: 'package.install-failed',
      args: { command, said },
    });
  });

  test('nobody is told to type elsewhere what was typed there', () => {
    const typed = lines(`${prompt}apt install nginx`, 'E: Unable to locate package nginx', prompt);
    const forgotten = installed({ console: typed, indexFetched: false });
    expect(forgotten).toMatchObject({ code: 'package.index-never-fetched', args: { typed: true } });
    const done = lines(`${prompt}apt install nginx`, 'Setting up nginx (1) ...', prompt);
    expect(installed({ console: done })).toMatchObject({ code: 'package.absent', args: { typed: true } });
    for (const message of [forgotten, installed({ console: done })])
      for (const texts of [fr, en])
        expect(message && textOf(message, texts).hint).not.toMatch(/on the host|sur l’hôte/);
  });

  test('where nothing of it was typed there, or nobody reads the log, the place is told', () => {
    for (const host of [
      { console: lines(`${prompt}ls`, prompt) },
      { console: answeredOui, isUnread: true as const },
    ]) {
      const message = installed(host);
      expect(message).toMatchObject({ code: 'package.absent' });
      expect(message && textOf(message, en).hint).toContain('not on the host');
    }
  });
});

describe('a command that has to have run in the console', () => {
  test.each([
    ['logs.declined', 'apt install nginx', answeredOui],
    ['logs.unanswered', 'apt install nginx', unanswered],
    [
      'logs.ran-failed',
      ['apt install nginx', 'service nginx start'],
      lines(`${prompt}apt install nginx`, 'E: x', prompt),
    ],
    [
      'logs.ran-failed',
      { any: ['python3', 'python'] },
      lines(`${prompt}pyhton3`, 'bash: pyhton3: command not found', prompt),
    ],
    [
      'logs.ran-failed',
      'service nginx start',
      lines(`${prompt}service ngnix start`, 'ngnix: unrecognized service', prompt),
    ],
    ['logs.not-typed', 'service nginx start', lines(`${prompt}sl`, 'bash: sl: command not found', prompt)],
  ])('says %s of %j', (code, command, console) => {
    expect(ran(command, { console })?.code).toBe(code);
  });

  test('what failed once and worked later is not what is missing', () => {
    const console = lines(
      `${prompt}apt install nginx`,
      'E: Unable to locate package nginx',
      `${prompt}apt install nginx`,
      'Setting up nginx (1) ...',
      prompt,
    );
    expect(ran(['apt install nginx', 'service nginx start'], { console })?.code).toBe('logs.not-typed');
  });

  test('docker exec is spoken of only where a shell of it was opened', () => {
    const console = lines(`${prompt}ls`, prompt);
    expect(ran('nginx', { console })).toEqual({ code: 'logs.not-typed', args: { name: 'ubuntu' } });
    expect(ran('nginx', { console, exec: 'bash ' })).toMatchObject({ args: { exec: true } });
    expect(ran('nginx', { console, exec: 'ls / ' })).toEqual({
      code: 'logs.not-typed',
      args: { name: 'ubuntu' },
    });
  });
});

describe('a docker command', () => {
  const top = (console: string) =>
    judge(
      'event',
      { type: 'container', action: 'top', container: 'ubuntu' },
      { times: { gte: 1 } },
      { console },
    );
  test('that was typed inside is told as that', () => {
    expect(top(lines(`${prompt}docker top ubuntu`, 'bash: docker: command not found', prompt))).toEqual({
      code: 'event.command-inside',
      args: { name: 'ubuntu', command: 'docker top ubuntu' },
    });
  });
  test('that was typed nowhere inside is not', () => {
    const message = top(lines(`${prompt}docker ps`, 'bash: docker: command not found', prompt));
    expect(message?.code).toBe('event.none');
    expect(message && textOf(message, en).hint).not.toContain('not in the container');
  });
});
