import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, parseSession, playSession } from '../../../src/cleanroom';
import type { JsonObject } from '../../../src/text/json';
import { checkOf } from '../../support/evidence';
import { judgeHost } from '../../support/judge-host';

/** The first room of a machine builds the stand-in images. */
const buildMs = 600_000;
const minute = 60_000;
let room: CleanRoom;

async function sh(command: string): Promise<void> {
  const { code, stderr } = await room.run(['sh', '-c', command]);
  if (code !== 0) throw new Error(`${command}: ${stderr}`);
}

/** Types each line at the container's prompt, as a person would, and leaves its shell. */
async function typeIn(container: string, lines: readonly string[]): Promise<void> {
  const typed = lines.map((line) => `# ${line}`).join('\n');
  const session = parseSession(`$ docker attach ${container}\n${typed}\n# exit\n$ true\n`);
  if (!session.ok) throw new Error(JSON.stringify(session.error));
  const { problem } = await playSession(room, session.value, { deadlineMs: minute });
  if (problem) throw new Error(JSON.stringify(problem));
}

async function judge(container: string, keys: JsonObject) {
  const { outcome, message } = await judgeHost(room.dockerHost, checkOf('logs', container, keys));
  const fault = message?.code === 'check.fault' ? message.args.fault : undefined;
  return { outcome, ...(fault && { fault: fault.code, args: fault.args }) };
}
const passed = { outcome: 'passed' };
const failed = { outcome: 'failed' };

beforeAll(async () => {
  room = await openCleanRoom();
  await sh('docker pull -q ubuntu');
}, buildMs);
afterAll(() => room.close(), minute);

describe('of a log whose beginning the engine has thrown away', () => {
  const rotates = '--log-opt max-size=8k --log-opt max-file=1';
  const lost = { outcome: 'error', fault: 'value.cut', args: { why: 'rotated' } };

  test(
    'nothing is concluded of what was typed and shown in a console',
    async () => {
      await sh(`docker run -dit --name console ${rotates} ubuntu`);
      await typeIn('console', ['echo beg""un', 'seq 1 5000']);
      expect(await judge('console', { typed: 'echo beg""un' })).toMatchObject(lost);
      expect(await judge('console', { typed: { not: 'echo beg""un' } })).toMatchObject(lost);
      expect(await judge('console', { ran: 'seq 1 5000' })).toMatchObject(lost);
      expect(await judge('console', { output: ['begun'] })).toMatchObject(lost);
      expect(await judge('console', { output: { not: { contains: 'begun' } } })).toMatchObject(lost);
    },
    2 * minute,
  );

  test(
    'nor of what a program printed',
    async () => {
      await sh(`docker run --name program ${rotates} ubuntu sh -c "echo begun; seq 1 5000" >/dev/null`);
      expect(await judge('program', { stdout: ['begun'] })).toMatchObject(lost);
      expect(await judge('program', { output: { not: { contains: 'begun' } } })).toMatchObject(lost);
    },
    minute,
  );
});

test(
  'of a log whose older files the engine throws away, what is left of it counts',
  async () => {
    await sh(`docker run -dit --name left --log-opt max-size=8k --log-opt max-file=2 ubuntu`);
    await typeIn('left', ['seq 1 5000', 'echo en""ded']);
    expect(await judge('left', { typed: 'echo en""ded', output: '/^ended$/m' })).toEqual(passed);
    expect(await judge('left', { output: { not: { contains: 'ended' } } })).toEqual(failed);
    expect(await judge('left', { ran: 'seq 1 5000' })).toMatchObject({ outcome: 'error' });
  },
  2 * minute,
);

describe('of a container whose log cannot be read', () => {
  test.each([
    ['none', ''],
    ['syslog', '--log-opt syslog-address=udp://127.0.0.1:5140 --log-opt cache-disabled=true'],
  ])(
    'since its driver is %s, nothing is concluded',
    async (driver, options) => {
      const name = `mute-${driver}`;
      await sh(`docker run -dit --name ${name} --log-driver ${driver} ${options} ubuntu`);
      await typeIn(name, ['echo said']);
      const muted = { outcome: 'error', fault: 'log.unreadable', args: { name, driver } };
      expect(await judge(name, { typed: 'echo said' })).toEqual(muted);
      expect(await judge(name, { typed: { not: 'echo said' } })).toEqual(muted);
      expect(await judge(name, { output: ['said'] })).toEqual(muted);
    },
    minute,
  );
});

describe('of a log of 5 MB', () => {
  /** 2.7 MB, in few lines: engines write lines slowly. */
  const much = 'seq -f %0100.0f 26600';

  test(
    'of a program, what stands in the middle is found, and what is nowhere is known to be nowhere',
    async () => {
      await sh(`docker run --name long ubuntu sh -c "${much}; echo 'Setting up nginx'; ${much}" >/dev/null`);
      expect(await judge('long', { stdout: ['Setting up nginx'] })).toEqual(passed);
      expect(await judge('long', { stdout: '/^Setting up .*x$/m', stderr: '' })).toEqual(passed);
      expect(await judge('long', { output: { not: { contains: 'Setting up nginx' } } })).toEqual(failed);
      expect(await judge('long', { output: ['Setting up apache'] })).toEqual(failed);
      expect(await judge('long', { output: { not: '/^Setting up apache/m' } })).toEqual(passed);
      expect(await judge('long', { output: { size: 2 * 26_600 * 101 + 17 } })).toEqual(passed);
    },
    2 * minute,
  );

  test(
    'of a console likewise',
    async () => {
      await sh('docker run -dit --name session ubuntu');
      await typeIn('session', [`${much}; echo Setting up ng""inx; ${much}`]);
      expect(await judge('session', { output: ['Setting up nginx'] })).toEqual(passed);
      expect(await judge('session', { output: { not: '/^Setting up ng.nx$/m' } })).toEqual(failed);
      expect(await judge('session', { output: { not: { contains: 'Setting up apache' } } })).toEqual(passed);
    },
    2 * minute,
  );
});
