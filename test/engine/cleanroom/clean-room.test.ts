import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { typed } from '../../support/typed';

/** The first one of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

async function stdoutOf(room: CleanRoom, command: string): Promise<string> {
  const result = await room.run(['sh', '-c', command]);
  expect({ command, code: result.code, stderr: result.code === 0 ? '' : result.stderr }).toEqual({
    command,
    code: 0,
    stderr: '',
  });
  return result.stdout.trim();
}

test(
  'a root whose files are for nobody else has rooms like any other',
  async () => {
    const mask = process.umask(0o077);
    try {
      await using room = await openCleanRoom();
      expect(await stdoutOf(room, 'docker pull -q hello-world; docker run --rm hello-world')).toContain(
        'Hello from Docker!',
      );
      expect(await typed(room, 'umask')).toBe('0022\n');
    } finally {
      process.umask(mask);
    }
  },
  BUILD_MS,
);

describe('a clean room', () => {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await openCleanRoom();
  }, BUILD_MS);
  afterAll(() => room.close(), MINUTE);

  test(
    'pulls ubuntu from a registry, with the digest that the registry serves',
    async () => {
      const pulled = await stdoutOf(room, 'docker pull ubuntu');
      const digest = /Digest: (sha256:[0-9a-f]{64})/.exec(pulled)?.[1];
      expect(digest).toBeDefined();
      expect(await stdoutOf(room, "docker image inspect ubuntu -f '{{json .RepoDigests}}'")).toBe(
        `["ubuntu@${digest}"]`,
      );
      const served = await stdoutOf(room, "docker image inspect ubuntu -f '{{json .RepoTags}}'");
      expect(served).toBe('["ubuntu:latest"]');
    },
    MINUTE,
  );

  test(
    'serves ubuntu:22.04 as an image of its own',
    async () => {
      await stdoutOf(room, 'docker pull -q ubuntu && docker pull -q ubuntu:22.04');
      const ids = (
        await stdoutOf(room, "docker image inspect -f '{{.Id}}' ubuntu:latest ubuntu:22.04")
      ).split('\n');
      expect(new Set(ids).size).toBe(2);
    },
    MINUTE,
  );

  test(
    'runs hello-world, which greets and ends by itself with 0',
    async () => {
      const said = await stdoutOf(room, 'docker run --name hello hello-world');
      expect(said).toMatch(
        /^Hello from Docker!\nThis message shows that your installation appears to be working correctly\./,
      );
      expect(said).toMatch(/docs\.docker\.com\/get-started\/$/);
      expect(await stdoutOf(room, "docker inspect hello -f '{{.State.Status}} {{.State.ExitCode}}'")).toBe(
        'exited 0',
      );
    },
    MINUTE,
  );

  test(
    'uses neither the daemon.json nor the engine key of the machine',
    async () => {
      const other = await openCleanRoom();
      const ids = await Promise.all([room, other].map((each) => stdoutOf(each, "docker info -f '{{.ID}}'")));
      await other.close();
      expect(new Set(ids).size).toBe(2);
    },
    MINUTE,
  );
});

test(
  'two rooms publish the same port at the same time, each at its own address',
  async () => {
    await using one = await openCleanRoom();
    await using two = await openCleanRoom();
    for (const [room, text] of [
      [one, 'first'],
      [two, 'second'],
    ] as const) {
      await stdoutOf(room, `docker run -d -p 80:80 --name web nginx`);
      await stdoutOf(room, `docker exec web sh -c 'echo ${text} > /var/www/html/index.html'`);
    }
    const page = async (room: CleanRoom) => (await fetch(`http://${room.address}/index.html`)).text();
    expect([await page(one), await page(two)]).toEqual(['first\n', 'second\n']);
    expect(await stdoutOf(one, 'curl -s http://localhost/index.html')).toBe('first');
    expect(await stdoutOf(two, 'curl -s http://localhost/index.html')).toBe('second');
  },
  2 * MINUTE,
);

/** The rooms on disk that this process owns, and what it has not deleted yet. */
function foldersOfThisProcess(): string[] {
  const root = '/var/lib/vigie/rooms';
  return readdirSync(root).filter((name) => {
    const record = join(root, name, 'room.json');
    return (
      name.includes(`-${process.pid}-`) ||
      (existsSync(record) && readFileSync(record, 'utf8').includes(`"pid":${process.pid},`))
    );
  });
}

test(
  'a room that is called off while it opens rejects and leaves nothing',
  async () => {
    const calledOff = new AbortController();
    const opening = openCleanRoom({ signal: calledOff.signal });
    const rejected = expect(opening).rejects.toMatchObject({ code: 'cleanroom.aborted' });
    calledOff.abort();
    await rejected;
    expect(foldersOfThisProcess()).toEqual([]);
  },
  MINUTE,
);
