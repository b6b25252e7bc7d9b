import { describe, expect, test } from '@jest/globals';
import { execKind } from '../../../../src/checks/kinds/exec';
import type { ExecFact } from '../../../../src/evidence/facts';
import type { Json } from '../../../../src/text/json';
import { anyLab, checkOf, found, judged, theContainer, ubuntu } from '../../../support/evidence';

const command = ['python3', '--version'];
const ok: ExecFact = { exitCode: 0, stdout: 'Python 3.11.2\n', stderr: '', truncated: false };
const engineSays = 'OCI runtime exec failed: exec failed: unable to start container process: ';

function judge(
  fact: Partial<ExecFact> | null,
  keys: Record<string, Json>,
  subject: Json = command,
  inspect = ubuntu(),
) {
  const check = checkOf('exec', subject, { in: 'ubuntu', ...keys });
  const request = execKind.needs({ check, lab: anyLab }).at(-1);
  if (request?.fact !== 'exec') throw new Error('An exec check asks for its command last.');
  return judged(check, [...theContainer(inspect), found(request, fact && { ...ok, ...fact })]).verdict;
}

describe('an exec check', () => {
  test('compares the exit code and both streams', () => {
    const keys = { 'exit-code': 0, stdout: '/^Python 3/', stderr: '' };
    expect(judge({}, keys).outcome).toBe('passed');
    expect(judge({}, { stdout: 'Python 3.11.2' }).outcome).toBe('passed');
  });

  test('runs a text by sh, a list as it is, as whom and where the author says', () => {
    const asked = (subject: Json, keys: Record<string, Json> = {}) =>
      execKind.needs({ check: checkOf('exec', subject, { in: 'ubuntu', ...keys }), lab: anyLab }).at(-1);
    expect(asked('a | b')).toEqual({
      fact: 'exec',
      container: 'ubuntu',
      command: ['sh', '-c', 'a | b'],
      deadlineMs: 10_000,
    });
    expect(asked(['a', 1], { user: 'www-data', workdir: '/srv', deadline: '5s' })).toEqual({
      fact: 'exec',
      container: 'ubuntu',
      command: ['a', '1'],
      user: 'www-data',
      workdir: '/srv',
      deadlineMs: 5000,
    });
  });

  test.each<[string, object, Partial<ExecFact>, Record<string, Json>, Json?]>([
    [
      'exec.not-found',
      { program: 'python3', container: 'ubuntu' },
      {
        exitCode: 126,
        stdout: `${engineSays}exec: "python3": executable file not found in $PATH: unknown\r\n`,
      },
      { 'exit-code': 0 },
    ],
    [
      'exec.not-found',
      { program: 'nosuch', container: 'ubuntu' },
      { exitCode: 127, stdout: '', stderr: 'sh: 1: nosuch: not found\n' },
      { stdout: 'x' },
      'nosuch',
    ],
    [
      'exec.not-executable',
      { program: '/app' },
      { exitCode: 126, stdout: `${engineSays}exec: "/app": permission denied: unknown` },
      { 'exit-code': 0 },
    ],
    [
      'exec.no-such-user',
      { user: 'web' },
      { exitCode: 126, stdout: 'unable to find user web: no matching entries in passwd file' },
      { 'exit-code': 0, user: 'web' },
    ],
    [
      'exec.no-such-folder',
      { folder: '/srv/x' },
      {
        exitCode: 126,
        stdout: `${engineSays}chdir to cwd ("/srv/x") set in config.json failed: no such file or directory: unknown`,
      },
      { 'exit-code': 0, workdir: '/srv/x' },
    ],
    [
      'exec.exit-code',
      { code: 2, output: 'no such option' },
      { exitCode: 2, stdout: '', stderr: 'usage\nno such option\n' },
      { 'exit-code': 0 },
    ],
    ['exec.output-differs', { output: 'Python 3.11.2' }, {}, { stdout: '/^Python 2/' }],
    [
      'exec.other-stream',
      { expected: 'stdout' },
      { stdout: '', stderr: 'Python 2.7\n' },
      { stdout: '/^Python 2/' },
    ],
    [
      'exec.never-ends',
      { command: 'python3 --version', seconds: 5 },
      { exitCode: null },
      { 'exit-code': 0, deadline: '5s' },
    ],
    [
      'exec.never-ends',
      { command: 'sleep 99', seconds: 20 },
      { exitCode: null },
      { 'exit-code': 0, deadline: '20s' },
      'sleep 99',
    ],
  ])('%s %j', (code, args, fact, keys, ...[subject]) => {
    expect(judge(fact, keys, subject)).toMatchObject({ outcome: 'failed', message: { code, args } });
  });

  test('is not asked of a container that does not run', () => {
    const stopped = ubuntu({ State: { Status: 'paused', Running: true, Paused: true } });
    expect(judge(null, { 'exit-code': 0 }, command, stopped)).toMatchObject({
      outcome: 'failed',
      message: { code: 'container.paused' },
    });
  });

  test('a program that does not find something is itself there', () => {
    const fact = { exitCode: 1, stdout: '', stderr: 'app: config: not found' };
    expect(judge(fact, { 'exit-code': 0 }).message?.code).toBe('exec.exit-code');
  });

  test('a program that itself ends with 126 is not taken for one that is missing', () => {
    expect(judge({ exitCode: 126, stdout: 'busy' }, { 'exit-code': 0 }).message?.code).toBe('exec.exit-code');
  });
});
