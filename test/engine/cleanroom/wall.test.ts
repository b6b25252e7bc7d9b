import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { processesOf } from '../../../src/cleanroom/room/ending/room-processes';
import { typed } from '../../support/typed';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

const SECRET = 'the-key-of-whoever-grades';

let room: CleanRoom;
beforeAll(async () => {
  process.env['VIGIE_TEST_SECRET'] = SECRET;
  room = await openCleanRoom({ kind: 'private', network: [] });
  await room.run(['docker', 'pull', 'ubuntu']);
}, BUILD_MS);
afterAll(() => room.close(), MINUTE);

/** Whatever is sent to an address of the machine by UDP. */
async function listen(address: string) {
  const socket = createSocket('udp4');
  const all: string[] = [];
  socket.on('message', (message) => all.push(message.toString()));
  socket.bind(0, address);
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    send: (text: string, port: number, to: string) => {
      socket.send(text, port, to);
    },
    all,
    async heard(text: string) {
      while (!all.includes(text)) await once(socket, 'message');
    },
    [Symbol.asyncDispose]: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

/** A container with all that an engine can give one, beginning at the root of the room's host. */
const asRootOfTheHost = async (script: string) => {
  const most = ['--privileged', '--pid=host', '--net=host', '--ipc=host', '--uts=host', '-v', '/:/host'];
  const { stdout, stderr } = await room.run(
    ['docker', 'run', '--rm', ...most, 'ubuntu', 'chroot', '/host', 'sh', '-c', script],
    { deadlineMs: 60_000 },
  );
  return stdout + stderr;
};

describe.each([
  ['what is typed at the host', (script: string) => typed(room, script)],
  ['a container with every privilege', asRootOfTheHost],
])('root in a room, as %s', (_, run) => {
  test(
    'is root there',
    async () => {
      expect(await run('id -u; touch /var/lib/mine && echo made')).toBe('0\nmade\n');
    },
    MINUTE,
  );

  test(
    'writes no file of the machine, whatever is mounted anew or taken off',
    async () => {
      const tries = ['/usr', '/etc'].map(
        (path) =>
          `mount -o remount,bind,rw ${path}; mount -o remount,rw ${path}; umount -l ${path}; touch ${path}/vigie-out && echo OUT`,
      );
      const said = await run(`${tries.join('; ')}; [ -e /old ] && echo OUT; ls /usr/bin/env`);
      expect(said).not.toContain('OUT\n');
      expect(said).toContain('/usr/bin/env\n'); // and it still stands on it
      expect(['/usr/vigie-out', '/etc/vigie-out'].filter(existsSync)).toEqual([]);
    },
    MINUTE,
  );

  test(
    'changes no setting of the kernel, not the clock, and no name but its own',
    async () => {
      const pattern = readFileSync('/proc/sys/kernel/core_pattern', 'utf8');
      const name = hostname();
      const settings = ['core_pattern', 'modprobe', 'panic', 'sysrq'].map(
        (setting) => `(cat /proc/sys/kernel/${setting} > /proc/sys/kernel/${setting}) && echo OUT`,
      );
      const said = await run(
        `${settings.join('; ')}; date -s @0 >/dev/null && echo OUT; hostname elsewhere; hostname`,
      );
      expect(said).not.toContain('OUT\n');
      expect(said).toContain('elsewhere\n');
      expect(hostname()).toBe(name);
      expect(readFileSync('/proc/sys/kernel/core_pattern', 'utf8')).toBe(pattern);
    },
    MINUTE,
  );

  test(
    'reads no password, no disk, no kernel log and no process of the machine',
    async () => {
      const said = await run(
        [
          'cat /etc/shadow /etc/shadow- /etc/gshadow | grep . && echo OUT',
          'mknod /tmp/disk b 7 0 && head -c 1 /tmp/disk && echo OUT',
          'dmesg | grep . && echo OUT',
          'for root in /proc/[0-9]*/root; do [ -e $root/proc/sys ] && [ -e $root/.dockerenv -o -e $root/var/lib/mine ] || ls $root/ 2>/dev/null; done',
        ].join('; '),
      );
      expect(said).not.toContain('OUT\n');
      expect(said).not.toMatch(/^(lost\+found|boot|media)$/m);
    },
    MINUTE,
  );

  test(
    'finds no environment of whoever opened the room, and does not end the room by its first process',
    async () => {
      const said = await run("cat /proc/[0-9]*/environ | tr '\\0' '\\n'; kill -9 1; echo read");
      expect(said).toContain('PATH=');
      expect(said).not.toContain(SECRET);
      expect((await room.run(['docker', 'version'])).code).toBe(0);
    },
    MINUTE,
  );

  test(
    'gets out of none of its limits',
    async () => {
      const said = await run(
        'for file in $(find /sys/fs/cgroup -name memory.limit_in_bytes -o -name memory.max -o -name pids.max | grep -v containers/.); do echo 9000000000 > $file && echo "OUT $file"; done;' +
          'for file in $(find /sys/fs/cgroup -name cgroup.procs | grep engine); do echo $$ > $file && echo "OUT $file"; done; echo tried',
      );
      expect(said).not.toContain('OUT ');
      expect(said).toContain('tried\n');
    },
    MINUTE,
  );

  test(
    'gives no answer in another one’s name',
    async () => {
      const gateway = room.address.replace(/\.2$/, '.1');
      const other = '198.51.100.7'; // of nobody: for documentation
      // Whom the machine asks with an address that it has to all the world.
      const own =
        /src (\S+)/.exec(execFileSync('ip', ['route', 'get', other], { encoding: 'utf8' }))?.[1] ?? '';
      await using asking = await listen(own);
      asking.send('question', 5353, other);
      const answer = `use IO::Socket::INET; IO::Socket::INET->new(Proto => "udp", LocalAddr => "${other}", LocalPort => 5353, PeerAddr => "${own}", PeerPort => ${asking.port})->send("FORGED")`;
      const said = await run(
        `ip addr add ${other}/32 dev eth0; ip route add ${own}/32 via ${gateway} dev eth0 src ${other}; perl -e '${answer}' && echo sent; ip route del ${own}/32; ip addr del ${other}/32 dev eth0`,
      );
      expect(said).toContain('sent\n');
      execFileSync('bash', ['-c', `echo machine > /dev/udp/${own}/${asking.port}`]);
      await asking.heard('machine\n');
      expect(asking.all).toEqual(['machine\n']);
    },
    MINUTE,
  );

  test(
    'reaches nothing of the machine with an address of another room, nor by IPv6',
    async () => {
      const machine = room.address.replace(/\.2$/, '.1');
      const link = `vigie${machine.split('.')[2]}`;
      expect(execFileSync('ip', ['-6', 'addr', 'show', 'dev', link], { encoding: 'utf8' })).toBe('');
      await using listener = await listen(machine);
      const send = (what: string) => `echo ${what} > /dev/udp/${machine}/${listener.port}`;
      const other = '10.213.250.2';
      const said = await run(
        `ip addr add ${other}/32 dev eth0; ip route add ${machine}/32 dev eth0 src ${other}; ip route get ${machine}; bash -c '${send('OUT')}';` +
          `ip addr del ${other}/32 dev eth0; ip route del ${machine}/32 dev eth0; bash -c '${send('OUT')}'`,
      );
      expect(said).toContain(`src ${other}`);
      execFileSync('bash', ['-c', send('machine')]);
      await listener.heard('machine\n');
      expect(listener.all).toEqual(['machine\n']);
    },
    MINUTE,
  );
});

test('what is the machine’s root below the room’s root directory is one shell that runs nothing', () => {
  const slot = Number(/^r(\d+)-/.exec(room.id)?.[1]);
  const rootOf = (pid: number | 'self') => statSync(`/proc/${pid}/root`, { bigint: true });
  const ours = rootOf('self');
  const machines = processesOf({ slot }).filter(({ pid }) =>
    /^Uid:\s+0\s+0\s+0\s+0$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')),
  );
  const elsewhere = machines.filter(
    ({ pid }) => rootOf(pid).dev !== ours.dev || rootOf(pid).ino !== ours.ino,
  );
  expect(machines.length).toBeGreaterThan(elsewhere.length); // the mirror and the watchdog have the machine's
  expect(elsewhere.map(({ pid }) => readFileSync(`/proc/${pid}/comm`, 'utf8'))).toEqual(['bash\n']);
  const [shell] = elsewhere;
  const children = readFileSync(`/proc/${shell?.pid}/task/${shell?.pid}/children`, 'utf8').trim().split(' ');
  expect(children.map((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8'))).toEqual(['unshare\n']);
});

test(
  'nothing goes from one room to another',
  async () => {
    await using open = await openCleanRoom({ kind: 'private' });
    await using other = await openCleanRoom({ kind: 'private' });
    await other.run(['docker', 'run', '-d', '-p', '80:80', '--name', 'web', 'nginx']);
    const ask = `timeout 3 bash -c 'exec 3<>/dev/tcp/${other.address}/80'`;
    expect((await other.run(['sh', '-c', ask])).code).toBe(0);
    expect((await open.run(['sh', '-c', ask])).code).toBe(124);
    expect((await fetch(`http://${other.address}/`)).ok).toBe(true);
  },
  3 * MINUTE,
);
