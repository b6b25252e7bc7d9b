import { describe, expect, test } from '@jest/globals';
import { isProcess } from '../../../../src/checks/kinds/process/matches';
import type { ContainerInspect } from '../../../../src/evidence/docker';
import type { TopFact } from '../../../../src/evidence/facts';
import { judgeCheck } from '../../../../src/judge/judge-check';
import type { Json } from '../../../../src/text/json';
import { anyLab, checkOf, found, judged, lookIn, theContainer, ubuntu } from '../../../support/evidence';

const titles = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];
const top = (...lines: readonly string[]): TopFact => ({
  titles,
  processes: lines.map((line) => {
    const [user = '', ...command] = line.split(' ');
    return [user, '7', '1', '0', '08:00', '?', '00:00:00', command.join(' ')];
  }),
});
const shell = 'root /bin/bash';
const master = 'root nginx: master process /usr/sbin/nginx -g daemon on; master_process on;';
const worker = 'www-data nginx: worker process';

function judge(
  fact: TopFact | null,
  keys: Record<string, Json> = {},
  subject = 'nginx: master',
  inspect = ubuntu(),
) {
  return judged(checkOf('process', subject, { in: 'ubuntu', ...keys }), [
    ...theContainer(inspect),
    found({ fact: 'top', container: 'ubuntu' }, fact),
  ]).verdict;
}

describe('a process check', () => {
  test.each<[string, Record<string, Json>, string]>([
    ['by words of its command line', {}, 'nginx: master'],
    ['by its program', {}, 'nginx'],
    ['by a pattern', {}, '/^nginx: .*daemon on/'],
    ['with a number', { count: 2 }, 'nginx'],
    ['with its users', { user: ['root', 'www-data'] }, 'nginx'],
    ['with a command line', { command: ['/daemon on/'] }, 'nginx'],
  ])('passes: %s', (_what, keys, subject) => {
    expect(judge(top(shell, master, worker), keys, subject).outcome).toBe('passed');
  });

  test('reads Podman’s table', () => {
    const podman = {
      titles: ['USER', 'PID', 'COMMAND'],
      processes: [['root', '1', 'nginx: master process']],
    };
    expect(judge(podman, { user: 'root' }).outcome).toBe('passed');
  });

  test.each<[string, object, TopFact, Partial<ContainerInspect>]>([
    ['process.only-main', { main: 'bash' }, top(shell), {}],
    ['process.absent', { running: ['bash', 'python3'] }, top(shell, 'root python3 app.py'), {}],
    ['process.zombie', {}, top(shell, 'root [nginx] <defunct>'), {}],
    ['process.other-program', { found: 'apache2' }, top(shell, 'root /usr/sbin/apache2 -k start'), {}],
    ['process.other-program', { found: 'ngnix' }, top(shell, 'root /opt/ngnix'), {}],
    [
      'process.container-restarted',
      { main: 'bash' },
      top(shell),
      { State: { Status: 'running', Running: true, FinishedAt: '2026-01-01T00:00:00Z' } },
    ],
  ])('%s %j', (code, args, fact, changes) => {
    expect(judge(fact, {}, 'nginx: master', ubuntu(changes))).toMatchObject({
      outcome: 'failed',
      message: { code, args: { process: 'nginx: master', container: 'ubuntu', ...args } },
    });
  });

  test('a process that has ended does not count, even by its name alone', () => {
    expect(judge(top(shell, 'root [nginx] <defunct>'), {}, 'nginx').message?.code).toBe('process.zombie');
  });

  test('of a container that never ended before, the shell alone is no restart', () => {
    const first = ubuntu({ State: { Status: 'running', Running: true, FinishedAt: '0001-01-01T00:00:00Z' } });
    expect(judge(top(shell), {}, 'nginx', first).message?.code).toBe('process.only-main');
  });

  test.each<[string, Record<string, string>]>([
    ['process.not-installed', {}],
    ['process.installed-not-started', { nginx: '1.22' }],
  ])('%s, where the lab asks for the package as well', (code, installed) => {
    const check = checkOf('process', 'nginx: master', { in: 'ubuntu' });
    const other = checkOf('package', 'nginx', { in: 'ubuntu' });
    const at = check.at;
    const task = { id: 't', title: 'T', needs: [], points: 20, bonus: false, checks: [other, check], at };
    const facts = [
      ...theContainer(ubuntu()),
      found({ fact: 'top', container: 'ubuntu' }, top(shell)),
      found(
        { fact: 'packages', container: 'ubuntu', names: ['nginx'] },
        { manager: 'dpkg', installed, unfinished: {}, related: [], count: 9 },
      ),
    ];
    expect(judgeCheck(check, { ...anyLab, tasks: [task] }, lookIn(facts)).verdict.message?.code).toBe(code);
  });

  test('tells a wrong number, a wrong user, and why there are none', () => {
    expect(judge(top(shell, master), { count: 2 }, 'nginx').message).toMatchObject({
      code: 'process.count',
      args: { count: 1 },
    });
    expect(judge(top(shell, master), { user: ['www-data'] }).message?.code).toBe('process.other-user');
    expect(judge(top(shell), { count: { gte: 1 } }).message?.code).toBe('process.only-main');
  });

  test('a number of none can be asked for', () => {
    expect(judge(top(shell), { count: 0 }).outcome).toBe('passed');
    expect(judge(top(shell), { exists: false }).outcome).toBe('passed');
    expect(judge(top(shell, master), { exists: false }).outcome).toBe('failed');
  });

  test('of a container that is paused or stopped nothing is known to run or not to run', () => {
    const paused = ubuntu({ State: { Status: 'paused', Running: true, Paused: true } });
    expect(judge(null, {}, 'nginx', paused).message?.code).toBe('container.paused');
    expect(judge(null, { exists: false }, 'nginx', paused).outcome).toBe('failed');
    const check = checkOf('process', 'nginx', { in: 'ubuntu' });
    const facts = [...theContainer(paused), found({ fact: 'top', container: 'ubuntu' }, null)];
    expect(judged(check, facts).cause).toBe('container/ubuntu/not-running');
  });

  test('a command that Vigie runs at the same time is not the student’s', () => {
    const check = checkOf('process', 'python3', { in: 'ubuntu' });
    const exec = checkOf('exec', ['python3', '--version'], { in: 'ubuntu', 'exit-code': 0 });
    const task = {
      id: 't',
      title: 'T',
      needs: [],
      points: 20,
      bonus: false,
      checks: [exec, check],
      at: check.at,
    };
    const lab = { ...anyLab, tasks: [task] };
    const facts = (line: string) => [
      ...theContainer(ubuntu()),
      found({ fact: 'top', container: 'ubuntu' }, top(shell, line)),
    ];
    expect(judgeCheck(check, lab, lookIn(facts('root python3 --version'))).verdict.outcome).toBe('failed');
    expect(judgeCheck(check, lab, lookIn(facts('root python3 app.py'))).verdict.outcome).toBe('passed');
  });
});

test.each<[string, string, boolean]>([
  ['nginx', 'nginx: master process /usr/sbin/nginx', true],
  ['nginx', '/usr/sbin/nginx -g daemon off;', true],
  ['nginx', 'tail -f /var/log/nginx.log', false],
  ['nginx', 'nginx-debug', false],
  ['bash', '-bash', true],
  ['bash', 'rbash', false],
  ['python', 'python3 app.py', false],
  ['app.py', 'python3 /srv/app.py', true],
  ['nginx: master', 'nginx: worker process', false],
  ['worker', 'my worker, nginx: worker process', true],
  ['', 'nginx', false],
  ['/^nginx/', 'nginx: master', true],
  ['/^nginx/', 'xnginx', false],
])('%j in %j: %j', (wanted, command, is) => {
  expect(isProcess(wanted, command)).toBe(is);
});
