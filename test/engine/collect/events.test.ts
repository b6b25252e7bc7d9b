import { spawn } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, parseSession, playSession } from '../../../src/cleanroom';
import type { EventMemory } from '../../../src/collect/looking';
import type { Json } from '../../../src/text/json';
import { checkOf } from '../../support/evidence';
import { gradeChecks } from '../../support/grade-checks';
import { memories } from '../../support/remember';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

let room: CleanRoom;
beforeAll(async () => {
  room = await openCleanRoom();
  await host('docker pull -q ubuntu');
}, BUILD_MS);
afterAll(() => room.close(), MINUTE);
beforeEach(async () => {
  await host('docker rm -f ubuntu >/dev/null 2>&1; docker run -dit --name ubuntu ubuntu');
}, MINUTE);

async function host(command: string): Promise<string> {
  const { code, stdout, stderr } = await room.run(['sh', '-c', command], { deadlineMs: 2 * MINUTE });
  expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({ command, code: 0, stderr: '' });
  return stdout.trim();
}

const event = (action: string, keys: Record<string, Json> = {}, more: Record<string, Json> = {}) =>
  checkOf('event', { type: 'container', action, container: 'ubuntu', ...more }, keys);

/** Everything that makes Vigie itself cause events, and what a lab may ask about them. */
const looksInside = [
  checkOf('process', 'bash', { in: 'ubuntu' }),
  checkOf('file', '/etc/hostname', { in: 'ubuntu', content: '/./' }),
  checkOf('package', 'bash', { in: 'ubuntu' }),
  checkOf('exec', ['cat', '/etc/hostname'], { in: 'ubuntu', 'exit-code': 0 }),
];
const asked = [
  event('top'),
  event('archive-path'),
  event('exec_create'),
  event('exec_start', {}, { command: '/^cat/' }),
  event('exec_die'),
];

async function grade(memory: EventMemory) {
  const verdicts = await gradeChecks(room.dockerHost, [...looksInside, ...asked], memory);
  // Else nothing is proved: these are what makes Vigie itself cause events.
  for (const { check, outcome, message } of verdicts.slice(0, looksInside.length))
    expect({ check, outcome, message }).toEqual({ check, outcome: 'passed', message: undefined });
  return verdicts.slice(looksInside.length).map(({ outcome }) => outcome);
}

const notDone = asked.map(() => 'failed');

describe('grading again and again', () => {
  test(
    'never earns what it caused itself',
    async () => {
      using memory = memories();
      for (let run = 0; run < 10; run++) expect(await grade(memory.open())).toEqual(notDone);
    },
    2 * MINUTE,
  );

  test(
    'never earns what it caused itself when its state is deleted in between',
    async () => {
      using memory = memories();
      for (let run = 0; run < 10; run++) {
        expect(await grade(memory.open())).toEqual(notDone);
        memory.deleteState();
      }
    },
    2 * MINUTE,
  );

  test(
    'never earns `docker top` with nothing remembered at all, as on another machine',
    async () => {
      for (let run = 0; run < 10; run++) {
        using memory = memories();
        const [process, top] = await gradeChecks(
          room.dockerHost,
          [...looksInside.slice(0, 1), event('top')],
          memory.open(),
        );
        expect([process?.outcome, top?.outcome]).toEqual(['passed', 'failed']);
      }
    },
    2 * MINUTE,
  );

  test(
    'never earns what it caused itself on a busy machine, where an answer may come too late',
    async () => {
      using memory = memories();
      const busy = Array.from({ length: 6 }, () =>
        spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
      );
      try {
        for (let run = 0; run < 5; run++) {
          const verdicts = await gradeChecks(room.dockerHost, [...looksInside, ...asked], memory.open());
          expect(verdicts.slice(looksInside.length).map(({ outcome }) => outcome)).toEqual(notDone);
          memory.deleteState();
        }
      } finally {
        for (const child of busy) child.kill('SIGKILL');
      }
    },
    5 * MINUTE,
  );
});

test(
  'what the student does between two gradings counts, and goes on counting',
  async () => {
    using memory = memories();
    const times = async () => {
      const checks = [
        ...looksInside,
        event('top', { times: 0 }),
        event('archive-path', { times: 0 }),
        event('exec_create', { times: 0 }),
      ];
      const verdicts = await gradeChecks(room.dockerHost, checks, memory.open());
      return verdicts
        .slice(looksInside.length)
        .map(({ assertions }) => assertions.find(({ key }) => key === 'times')?.seen);
    };
    expect(await times()).toEqual([0, 0, 0]);
    await host(
      'docker top ubuntu; docker cp ubuntu:/etc/hostname /tmp/x; docker exec ubuntu cat /etc/hostname',
    );
    expect(await times()).toEqual([1, 1, 1]);
    await host(
      'docker top ubuntu; docker cp ubuntu:/etc/hostname /tmp/x; docker exec ubuntu cat /etc/hostname',
    );
    expect(await times()).toEqual([2, 2, 2]);
    memory.deleteState();
    for (let run = 0; run < 3; run++) expect(await times()).toEqual([2, 2, 2]);
  },
  2 * MINUTE,
);

test(
  '`docker attach` is told from the attaching that `docker run -it` and `docker start -ai` do',
  async () => {
    using memory = memories();
    const attached = async () => {
      const check = event('attach', {}, { while: 'running' });
      const [verdict] = await gradeChecks(room.dockerHost, [check], memory.open());
      return [verdict?.outcome, verdict?.message?.code];
    };
    const play = async (text: string) => {
      const session = parseSession(`lab: x\n${text}`);
      if (!session.ok) throw new Error(JSON.stringify(session.error));
      expect((await playSession(room, session.value, { deadlineMs: MINUTE })).problem).toBeUndefined();
    };
    await host('docker rm -f ubuntu');
    await play(
      '$ docker run -it --name ubuntu ubuntu\n# echo one\n<Ctrl-P><Ctrl-Q>\n$ docker stop -t 1 ubuntu\n',
    );
    await play('$ docker start -ai ubuntu\n# echo two\n<Ctrl-P><Ctrl-Q>\n$ true\n');
    expect(await attached()).toEqual(['failed', 'event.attached-by-run']);
    await host('docker exec ubuntu bash -c true');
    expect(await attached()).toEqual(['failed', 'event.attached-by-run']);
    await play('$ docker attach ubuntu\n# echo three\n<Ctrl-P><Ctrl-Q>\n$ true\n');
    expect(await attached()).toEqual(['passed', undefined]);
  },
  3 * MINUTE,
);

describe('what the engine has forgotten', () => {
  const judged = async (check = event('top')) => {
    using memory = memories();
    const [verdict] = await gradeChecks(room.dockerHost, [check], memory.open());
    const { message } = verdict ?? {};
    const fault = message?.code === 'check.fault' ? message.args.fault : undefined;
    return [verdict?.outcome, fault?.code === 'events.window' ? fault.args.reason : message?.code];
  };
  const tagOften = () => {
    const tag = `curl -fsS --unix-socket ${room.dockerHost.replace('unix://', '')} -X POST http://engine/images/ubuntu/tag`;
    return host(`for n in $(seq 300); do ${tag}?repo=a\\&tag=$n || exit; done`);
  };

  test(
    'is not held against the student: 256 newer events',
    async () => {
      await host('docker top ubuntu');
      expect(await judged()).toEqual(['passed', undefined]);
      await tagOften();
      expect(await judged()).toEqual(['error', 'flushed']);
      expect(await judged(event('die', { times: 0 }))).toEqual(['error', 'flushed']);
      await host('docker top ubuntu');
      expect(await judged()).toEqual(['passed', undefined]);
      expect(await judged(event('top', { times: 1 }))).toEqual(['error', 'flushed']);
      expect(await judged(event('top', { times: 0 }))).toEqual(['failed', 'event.count']);
      // A container that was made since is known from its beginning.
      await host('docker rm -f ubuntu; docker run -dit --name ubuntu ubuntu');
      expect(await judged()).toEqual(['failed', 'event.on-earlier-container']);
    },
    3 * MINUTE,
  );

  test(
    'is not held against the student: a restart of the engine',
    async () => {
      expect(await judged()).toEqual(['failed', 'event.on-earlier-container']);
      await room.stopEngine('SIGTERM');
      await room.startEngine();
      await host('docker start ubuntu');
      expect(await judged()).toEqual(['error', 'restarted']);
      await host('docker top ubuntu');
      expect(await judged()).toEqual(['passed', undefined]);
    },
    3 * MINUTE,
  );
});
