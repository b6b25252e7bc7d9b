import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, resetRoom } from '../../../src/cleanroom';
import { machineMarks, marksInside } from '../../support/machine-marks';

/** The first ones of a machine build the stand-in images. */
const BUILD_MS = 900_000;
const MINUTE = 60_000;

/** The engine that is there already is a private room, so that nothing of this machine's own engine, if it has one, is touched. */
let outer: CleanRoom;
beforeAll(async () => {
  outer = await openCleanRoom({ kind: 'private' });
  Object.assign(process.env, { DOCKER_HOST: outer.dockerHost, TESTCONTAINERS_HOST_OVERRIDE: outer.address });
}, BUILD_MS);
afterAll(() => outer.close(), MINUTE);

const limits = { memoryMb: 512, pids: 150, diskMb: 600 };

async function stdoutOf(room: CleanRoom, command: string): Promise<string> {
  const result = await room.run(['sh', '-c', command]);
  expect({ command, code: result.code, stderr: result.code === 0 ? '' : result.stderr }).toMatchObject({
    code: 0,
  });
  return result.stdout.trim();
}

/** Containers, volumes and networks of the outer engine. */
const inventory = () =>
  stdoutOf(outer, 'docker ps -aq; docker volume ls -q; docker network ls --format "{{.Name}}" | sort');

function typed(room: CleanRoom, command: string): string {
  const [program = '', ...args] = room.confine(['sh', '-c', `(${command}) 2>&1 || :`]);
  return execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, ...room.env } });
}

describe('a room in a container', () => {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await openCleanRoom({ kind: 'dind', limits });
  }, BUILD_MS);
  afterAll(() => room.close(), MINUTE);

  test(
    'pulls from the mirror with the digest of the registry, publishes, and starts anew after its engine was killed',
    async () => {
      expect(room.kind).toBe('dind');
      expect(await stdoutOf(room, 'docker run --rm hello-world')).toContain('Hello from Docker!');
      expect(await stdoutOf(room, "docker image inspect hello-world -f '{{json .RepoDigests}}'")).toMatch(
        /^\["hello-world@sha256:[0-9a-f]{64}"\]$/,
      );
      await room.stopEngine('SIGKILL');
      expect(await room.trouble()).toEqual(['room.engine-silent']);
      await room.startEngine();
      expect(await room.trouble()).toEqual([]);
      expect(await stdoutOf(room, 'docker images -q hello-world')).not.toBe('');
    },
    2 * MINUTE,
  );

  test(
    'has limits of its own for processes, memory and disk, and the outer engine is not to be seen',
    async () => {
      await resetRoom(room);
      // They sleep without holding on to our pipes, and are gone with the next room.
      const counting = 'i=0; while [ $i -lt 250 ] && sleep 1000 >/dev/null 2>&1 & do i=$((i+1)); done';
      expect(typed(room, counting)).toMatch(/[Cc]annot fork/);
      expect(await room.trouble()).toEqual(['room.too-many-processes']);
      await resetRoom(room);
      expect((await room.run(['docker', 'run', '--rm', 'ubuntu', 'tail', '/dev/zero'])).code).toBe(137);
      const filled = await room.run([
        'docker',
        'run',
        '--rm',
        'ubuntu',
        'sh',
        '-c',
        'head -c 2G /dev/zero > /big; sleep 0',
      ]);
      expect(filled.stderr).toContain('No space left on device');
      const id = await stdoutOf(outer, 'docker info -f "{{.ID}}"');
      const inside =
        'docker run --rm -v /:/host -v /var/run/docker.sock:/sock ubuntu ls -A /host/root /host/var/lib/docker';
      expect(await stdoutOf(room, inside)).not.toContain('vigie');
      expect(typed(room, 'docker info -f "{{.ID}}"; ls -A /root /var/lib')).not.toContain(id);
    },
    2 * MINUTE,
  );
});

test(
  'two at the same time have the same port, each at its own, and leave nothing of themselves',
  async () => {
    const before = await inventory();
    const rooms = [
      await openCleanRoom({ kind: 'dind', network: [] }),
      await openCleanRoom({ kind: 'dind', network: [] }),
    ];
    const pages = rooms.map(async (room, index) => {
      await stdoutOf(
        room,
        `docker run -d -p 80:80 --name web nginx; docker exec web sh -c 'echo ${index} > /var/www/html/index.html'`,
      );
      const at = room.publishedAt(80);
      return (await fetch(`http://${at?.host}:${at?.port}/index.html`)).text();
    });
    expect(await Promise.all(pages)).toEqual(['0\n', '1\n']);
    const [first] = rooms;
    expect(
      (
        await first?.run([
          'docker',
          'exec',
          'web',
          'timeout',
          '3',
          'bash',
          '-c',
          'exec 3<>/dev/tcp/1.1.1.1/443',
        ])
      )?.code,
    ).not.toBe(0);
    await Promise.all(rooms.map((room) => room.close()));
    expect(await inventory()).toBe(before);
  },
  2 * MINUTE,
);

/** A process that has opened a room in a container, and how it is made to end. */
async function ownerEndingBy(ending: string): Promise<{
  readonly pid: number | undefined;
  readonly end: () => Promise<void>;
}> {
  const script = join(__dirname, 'room-owner.ts');
  const owner = spawn(process.execPath, ['-r', 'esbuild-register', script, ending], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, VIGIE_ROOMS: 'dind' },
  });
  await once(owner.stdout, 'data');
  const exited = once(owner, 'exit');
  return {
    pid: owner.pid,
    async end() {
      if (ending.startsWith('SIG')) owner.kill(ending as NodeJS.Signals);
      else owner.stdin.write('\n');
      await exited;
    },
  };
}

test.each(['close', 'error', 'SIGTERM', 'SIGKILL'])(
  'nothing is left of a room in a container whose owner ends by %s',
  async (ending) => {
    const before = marksInside(outer);
    const owner = await ownerEndingBy(ending);
    const folderOf = (mark: string) => mark.includes(`/var/lib/vigie/containers/${owner.pid}-`);
    const appeared = marksInside(outer).filter((mark) => !before.includes(mark));
    const folders = machineMarks().filter(folderOf);
    // The comparisons do look at what a room and its mirror make.
    const kinds = ['container', 'volume', 'mount', 'link', 'rule', 'cgroup', 'process', 'namespace'];
    expect(kinds.filter((kind) => !appeared.some((mark) => mark.startsWith(`${kind} `)))).toEqual([]);
    expect(folders.map((mark) => mark.split(' ')[0])).toEqual(expect.arrayContaining(['folder', 'mount']));

    await owner.end();
    // Nobody removes anything after SIGKILL but the next one who wants a room.
    if (ending === 'SIGKILL') await (await openCleanRoom({ kind: 'dind' })).close();

    expect(marksInside(outer)).toEqual(before);
    // What entered the room from the machine is not in the room's cgroups.
    const still = machineMarks();
    expect(still.filter((mark) => appeared.includes(mark) && /^(namespace|process|loop)/.test(mark))).toEqual(
      [],
    );
    expect(still.filter(folderOf)).toEqual([]);
  },
  2 * MINUTE,
);
