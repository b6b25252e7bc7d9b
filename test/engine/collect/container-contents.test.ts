import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import type { FactValue } from '../../../src/evidence/facts';
import { look, type Fact } from '../../../src/evidence/evidence';
import type { Request } from '../../../src/evidence/request';
import { lookAt } from '../../support/look-at';

/** The first room of a machine builds the stand-in images. */
const buildMs = 600_000;
const minute = 60_000;
let room: CleanRoom;

async function sh(command: string): Promise<string> {
  const { code, stdout, stderr } = await room.run(['sh', '-c', command]);
  if (code !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout.trim();
}

async function ask<R extends Request>(request: R): Promise<Fact<FactValue<R['fact']>>> {
  return look(await lookAt(room.dockerHost, [request]), request);
}

const prepare = [
  'mkdir -p /lab/sub && cd /lab',
  'echo "bonjour à tous" > page.html && chown 33:34 page.html && chmod 640 page.html',
  'printf "\\0\\1binary" > binary && head -c 400000 /dev/zero | tr "\\0" a > large && : > empty',
  'ln -s page.html link && ln -s link chain && ln -s /no/where dangling && ln -s loop2 loop1 && ln -s loop1 loop2',
  'ln -s ../../../../../../etc/hostname escape && mkfifo pipe && echo "#!/bin/sh" > run.sh && chmod +x run.sh',
  'echo spaces > "a b é.txt"',
];

beforeAll(async () => {
  room = await openCleanRoom();
  await sh('docker pull -q ubuntu && docker pull -q hello-world');
  await sh('docker run -dit --name ubuntu ubuntu');
  await room.run(['docker', 'exec', 'ubuntu', 'sh', '-ec', prepare.join('\n')]);
}, buildMs);
afterAll(() => room.close(), minute);

describe('files of a real container', () => {
  const file = (path: string, more: { content?: true; owner?: true } = {}) =>
    ask({ fact: 'file', container: 'ubuntu', path, ...more });

  test(
    'are found with type, mode, size, owner and content',
    async () => {
      expect(await file('/lab/page.html', { content: true })).toEqual({
        value: { type: 'file', mode: 0o640, size: 16, uid: 33, gid: 34, content: 'bonjour à tous\n' },
      });
      expect(await file('/lab/run.sh')).toEqual({ value: { type: 'file', mode: 0o755, size: 10 } });
      expect(await file('/lab/empty', { content: true })).toMatchObject({ value: { size: 0, content: '' } });
      expect(await file('/lab/a b é.txt', { content: true })).toMatchObject({
        value: { content: 'spaces\n' },
      });
      expect(await file('/lab/pipe')).toMatchObject({ value: { type: 'other' } });
      expect(await file('/tmp')).toMatchObject({ value: { type: 'directory', mode: 0o1777 } });
    },
    minute,
  );

  test(
    'are followed through links, which never leave the container',
    async () => {
      const target = '/lab/page.html';
      expect(await file('/lab/chain', { content: true })).toMatchObject({
        value: { type: 'file', target, content: 'bonjour à tous\n' },
      });
      expect(await file('/lab/dangling', { content: true })).toMatchObject({
        value: { type: 'symlink', target: '/no/where' },
      });
      const hostname = await sh('docker exec ubuntu hostname');
      expect(await file('/lab/escape', { content: true })).toMatchObject({
        value: { target: '/etc/hostname', content: `${hostname}\n` },
      });
    },
    minute,
  );

  test(
    'are not there where nothing can be',
    async () => {
      for (const path of ['/no/such', '/lab/loop1', '/lab/loop1/x', '/etc/passwd/x'])
        expect({ path, fact: await file(path, { content: true }) }).toEqual({ path, fact: { value: null } });
      expect(await ask({ fact: 'file', container: 'nobody', path: '/etc' })).toEqual({ value: null });
    },
    minute,
  );

  test(
    'are capped, and folders are not downloaded',
    async () => {
      const large = await file('/lab/large', { content: true });
      expect(large).toMatchObject({ value: { size: 400_000, truncated: true } });
      expect('value' in large && large.value?.content).toHaveLength(256 * 1024);
      const binary = await file('/lab/binary', { content: true });
      expect(binary).toMatchObject({ value: { binary: true } });
      expect(await file('/usr', { content: true, owner: true })).toMatchObject({
        value: { type: 'directory', uid: 0, gid: 0 },
      });
    },
    minute,
  );

  test(
    'cost no event unless they have to be read',
    async () => {
      await sh('docker run -d --name quiet ubuntu sleep 1000');
      const reads = async () => {
        const events = await sh(
          "docker events --since 0 --until $(($(date +%s) + 1)) --filter container=quiet --format '{{.Action}}'",
        );
        return events.split('\n').filter((action) => action === 'archive-path').length;
      };
      const ofQuiet = (path: string, content: boolean) =>
        ask({ fact: 'file', container: 'quiet', path, content });
      await ofQuiet('/etc/os-release', false);
      await ofQuiet('/etc', true);
      await ofQuiet('/no/such', true);
      expect(await reads()).toBe(0);
      await ofQuiet('/etc/os-release', true);
      expect(await reads()).toBe(1);
    },
    minute,
  );
});

describe('packages of a real container', () => {
  const packages = (container: string, ...names: string[]) => ask({ fact: 'packages', container, names });

  test(
    'are read from its own database',
    async () => {
      const fact = await packages('ubuntu', 'bash', 'nginx');
      expect(fact).toMatchObject({ value: { manager: 'dpkg', unfinished: {}, indexFetched: false } });
      const version = await sh("docker exec ubuntu dpkg-query -W -f '${Version}' bash");
      expect('value' in fact && fact.value?.installed).toEqual({ bash: version });
      const count = await sh("docker exec ubuntu dpkg-query -W -f '${db:Status-Abbrev}\n' | grep -c '^ii'");
      expect('value' in fact && fact.value?.count).toBe(Number(count));
    },
    minute,
  );

  test(
    'do not count once they are removed, nor before they are set up',
    async () => {
      await sh(
        'docker run --name removed ubuntu sh -c "dpkg --force-all -r e2fsprogs logsave adduser >/dev/null 2>&1; :"',
      );
      const states = await packages('removed', 'adduser', 'bash');
      expect(states).toMatchObject({ value: { unfinished: { adduser: 'removed' } } });
      expect('value' in states && Object.keys(states.value?.installed ?? {})).toEqual(['bash']);
    },
    minute,
  );

  test(
    'are read from the databases of apk and rpm as well',
    async () => {
      const rpm = join(__dirname, '../../fixtures/packages/rpmdb.sqlite.gz');
      await sh(`mkdir -p tree/usr/lib/sysimage/rpm tree/lib/apk/db`);
      await sh(`gunzip -c ${rpm} > tree/usr/lib/sysimage/rpm/rpmdb.sqlite`);
      await sh('docker create --name fedora hello-world && docker cp tree/usr fedora:/');
      expect(await packages('fedora', 'nginx', 'apache2')).toEqual({
        value: {
          manager: 'rpm',
          installed: { nginx: '1:1.26.3-2.fc42' },
          unfinished: {},
          related: [],
          count: 3,
        },
      });
      await sh("printf 'P:nginx\\nV:1.26.3-r0\\n\\n' > tree/lib/apk/db/installed");
      await sh('docker create --name alpine hello-world && docker cp tree/lib alpine:/');
      expect(await packages('alpine', 'nginx')).toMatchObject({
        value: { manager: 'apk', installed: { nginx: '1.26.3-r0' } },
      });
      await sh('mkdir -p old/var/lib/rpm && echo bdb > old/var/lib/rpm/Packages');
      await sh('docker create --name centos hello-world && docker cp old/var centos:/');
      expect(await packages('centos', 'nginx')).toMatchObject({ fault: { code: 'format.unknown' } });
    },
    minute,
  );

  test(
    'are none in an image without a package manager',
    async () => {
      await sh('docker run --name hello hello-world');
      expect(await packages('hello', 'nginx')).toMatchObject({ value: { manager: 'none', count: 0 } });
    },
    minute,
  );
});

describe('logs of a real container', () => {
  const logs = (container: string) => ask({ fact: 'logs', container });

  test(
    'keep the two streams of a program apart, after its end',
    async () => {
      await sh('docker run --name both ubuntu sh -c "echo out; echo err >&2" 2>/dev/null');
      expect(await logs('both')).toEqual({
        value: { tty: false, stdout: 'out\n', stderr: 'err\n', truncated: false },
      });
      expect(await logs('hello')).toMatchObject({
        value: { stdout: expect.stringContaining('Hello from Docker!') },
      });
    },
    minute,
  );

  test(
    'are the session of a terminal, with what was typed',
    async () => {
      await sh('docker run -dit --name session ubuntu');
      await room.run(['script', '-qec', 'docker attach session', '/dev/null'], {
        input: 'echo $((6*7))\nexit\n',
      });
      await sh('docker wait session');
      const fact = await logs('session');
      expect(fact).toMatchObject({ value: { tty: true, stderr: '' } });
      expect('value' in fact && fact.value?.stdout).toMatch(
        /root@[0-9a-f]{12}:\/# .*echo \$\(\(6\*7\)\)\r\n(.*\r)?42\r\n/s,
      );
    },
    minute,
  );

  test(
    'cannot be had from every driver',
    async () => {
      await sh('docker run --name mute --log-driver none ubuntu echo said');
      expect(await logs('mute')).toMatchObject({ value: { unreadable: true } });
    },
    minute,
  );

  test(
    'lose only their middle when they are long',
    async () => {
      await sh(
        'docker run -d --name chatty ubuntu sh -c "echo FIRST; seq 1 700000; echo LAST" && docker wait chatty',
      );
      const fact = await logs('chatty');
      expect(fact).toMatchObject({ value: { truncated: true } });
      const text = 'value' in fact ? (fact.value?.stdout ?? '') : '';
      expect(text.startsWith('FIRST\n1\n')).toBe(true);
      expect(text.endsWith('700000\nLAST\n')).toBe(true);
      expect(text.length).toBeLessThan(300 * 1024);
    },
    2 * minute,
  );
});
