import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { removeLeftovers } from '../../../src/cleanroom';

const TEST_MS = 900_000;

interface Process {
  readonly pid: string;
  readonly start: string;
  readonly parent: string;
  readonly network: string;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const network = readlinkSync(`/proc/${pid}/ns/net`);
        return [{ pid, start: fields[19] ?? '', parent: fields[1] ?? '', network, command }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

/** All that the owner started, however far down, and all in the networks of these. */
function processesOf(owner: ChildProcess): Process[] {
  const all = processes();
  const family = new Set([String(owner.pid)]);
  const own = readlinkSync('/proc/self/ns/net');
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  const networks = new Set(all.filter(({ pid }) => family.has(pid)).map(({ network }) => network));
  networks.delete(own);
  // The compiler that reads the script for the owner ends by itself, a moment after it.
  const isCompiler = (command: string) => command.includes('esbuild --service');
  return all.filter(
    ({ pid, network, command }) => (family.has(pid) || networks.has(network)) && !isCompiler(command),
  );
}

/** Links, mounts, rules, cgroups and folders of the machine, but for what bears the number of a room other than `slot`. */
function machine(slot: string | undefined): string[] {
  const rules = execFileSync('sh', ['-c', 'iptables -w -S; iptables -w -t nat -S'], { encoding: 'utf8' });
  const links = execFileSync('ip', ['-br', 'link'], { encoding: 'utf8' });
  const mounts = readFileSync('/proc/self/mounts', 'utf8');
  const cgroups = execFileSync('find', ['/sys/fs/cgroup', '-name', 'vigie*'], { encoding: 'utf8' });
  const rooms = readdirSync('/var/lib/vigie/rooms').map((name) => `rooms/${name}`);
  const lines = [rules, links, mounts, cgroups, ...rooms].join('\n').split('\n');
  const ofAnother = (line: string) => {
    const number = /vigie(\d+)|rooms\/(?:\.gone-|\.new-r)?(\d+)/.exec(line);
    return number !== null && (number[1] ?? number[2]) !== slot;
  };
  return lines.filter((line) => line !== '' && !ofAnother(line)).sort();
}

test.each(['close', 'error', 'SIGINT', 'SIGTERM', 'SIGKILL'])(
  'nothing is left of a room whose owner ends by %s',
  async (ending) => {
    const before = machine(undefined);
    const script = join(__dirname, 'room-owner.ts');
    const owner = spawn(process.execPath, ['-r', 'esbuild-register', script, ending], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const [said] = (await once(owner.stdout, 'data')) as [Buffer];
    const slot = /^r(\d+)-/.exec(said.toString())?.[1] ?? '';
    const started = processesOf(owner);
    const withRoom = machine(slot);
    const exited = once(owner, 'exit');

    if (ending.startsWith('SIG')) owner.kill(ending as NodeJS.Signals);
    else owner.stdin.write('\n');
    await exited;
    if (ending === 'SIGKILL') await removeLeftovers();

    const commands = started.map(({ command }) => command);
    expect(commands).toEqual(
      expect.arrayContaining([
        expect.stringContaining('dockerd'),
        expect.stringContaining('sleep 1000'),
        '/bin/bash ',
      ]),
    );
    const now = new Map(processes().map((each) => [`${each.pid} ${each.start}`, each.command]));
    expect(started.flatMap((each) => now.get(`${each.pid} ${each.start}`) ?? [])).toEqual([]);

    // Three rules, a link, a mount, a folder, and at least one cgroup: the comparison does look at what a room makes.
    expect(withRoom.length).toBeGreaterThanOrEqual(before.length + 7);
    expect(machine(slot)).toEqual(before);

    const networks = new Set(started.map(({ network }) => network));
    networks.delete(readlinkSync('/proc/self/ns/net'));
    expect(networks.size).toBeGreaterThanOrEqual(3); // the room's and those of two containers
    expect(processes().filter(({ network }) => networks.has(network))).toEqual([]);
    const mounted = readFileSync('/proc/self/mountinfo', 'utf8');
    expect([...networks].filter((network) => mounted.includes(network))).toEqual([]);
  },
  TEST_MS,
);

test(
  'a room of before the machine was started again is removed, although a process of its owner’s number runs now',
  async () => {
    const script = join(__dirname, 'room-owner.ts');
    const owner = spawn(process.execPath, ['-r', 'esbuild-register', script, 'SIGKILL'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const [said] = (await once(owner.stdout, 'data')) as [Buffer];
    const slot = /^r(\d+)-/.exec(said.toString())?.[1] ?? '';
    const folder = join('/var/lib/vigie/rooms', slot);
    const exited = once(owner, 'exit');
    owner.kill('SIGKILL');
    await exited;

    // What a start of the machine leaves: the folder on disk, and in it the number of a process that is now another's.
    const [us] = processes().filter(({ pid }) => pid === String(process.pid));
    const record = JSON.parse(readFileSync(join(folder, 'room.json'), 'utf8')) as { owner: object };
    const earlier = { pid: process.pid, start: us?.start, boot: '00000000-0000-0000-0000-000000000000' };
    writeFileSync(join(folder, 'room.json'), JSON.stringify({ ...record, owner: earlier }));
    expect(await removeLeftovers()).toBeGreaterThanOrEqual(1);
    expect(existsSync(folder)).toBe(false);
    expect(machine(slot).filter((line) => line.includes(`rooms/${slot}`))).toEqual([]);
  },
  TEST_MS,
);
