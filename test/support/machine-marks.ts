import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { CleanRoom } from '../../src/cleanroom';

/**
 * All that rooms could leave on a machine: mounts, loop devices, links, firewall rules, control groups, folders, and the processes that are in other namespaces than we,
 * with these namespaces. One line each; compare two lists.
 */
export function machineMarks(): readonly string[] {
  const folders = ['/var/lib/vigie/rooms', '/var/lib/vigie/containers', '/run/netns'];
  return unique([
    ...lines('mount', readFileSync('/proc/self/mounts', 'utf8')),
    ...loopDevices().map(({ mark }) => mark),
    ...lines('link', said('ip', '-br', 'link')),
    ...lines('rule', said('sh', '-c', RULES)),
    ...lines('cgroup', said('find', '/sys/fs/cgroup', '-name', 'vigie*')),
    ...folders.flatMap((folder) => lines('folder', paths(folder).join('\n'))),
    ...numbered().flatMap(marksOfProcess),
  ]);
}

/**
 * The same of what is in a private room, as the room sees it, whatever else goes on on the machine: processes and their namespaces, loop devices that these have mounted, and the
 * containers, volumes and networks of its engine. Namespaces, processes and loop devices are written as `machineMarks` writes them.
 */
export function marksInside(room: CleanRoom): readonly string[] {
  const inside = (command: string): string => {
    const [program = '', ...args] = room.confine(['sh', '-c', command]);
    return execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, ...room.env } });
  };
  const own = `/vigie${/^r(\d+)-/.exec(room.id)?.[1] ?? ''}/`;
  const marks = [
    ...lines('mount', inside('cat /proc/self/mounts')),
    // Names alone: a bridge without links says so a moment later.
    ...lines('link', inside('ls /sys/class/net')),
    ...lines('rule', inside(RULES)),
    ...lines('cgroup', inside('find /sys/fs/cgroup -mindepth 1 -type d')),
    ...lines('container', inside('docker ps -aq --no-trunc')),
    ...lines('volume', inside('docker volume ls -q')),
    ...lines('network', inside('docker network ls -q --no-trunc')),
  ];
  const pids = numbered().filter((pid) => textOf(`/proc/${pid}/cgroup`).includes(own));
  // The registry beside the engine has the machine's mounts, other rooms' disks among them.
  const isInside = (pid: string) =>
    !namespacesOf(pid).some((namespace) => namespace === namespacesOf('self')[namespaceKinds.indexOf('mnt')]);
  const mounted = pids
    .filter(isInside)
    .map((pid) => textOf(`/proc/${pid}/mounts`))
    .join('\n');
  const loops = loopDevices().filter(({ name }) => mounted.includes(`${name} `));
  return unique([...marks, ...pids.flatMap(marksOfProcess), ...loops.map(({ mark }) => mark)]);
}

const RULES = 'iptables -w -S; iptables -w -t nat -S';

const unique = (marks: readonly string[]): readonly string[] => [...new Set(marks)].sort();

const said = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8' });

const lines = (what: string, text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${what} ${line.trim()}`);

function paths(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  } catch {
    return []; // nothing was ever there
  }
}

/** With the file behind it, so that a number that is given away again is another device. */
function loopDevices(): readonly { readonly name: string; readonly mark: string }[] {
  return lines('loop device', said('losetup', '-l', '-n', '-O', 'NAME,BACK-MAJ:MIN,BACK-INO,BACK-FILE')).map(
    (mark) => ({ name: mark.split(/\s+/)[2] ?? '', mark: mark.replace(/\s+/g, ' ') }),
  );
}

const numbered = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** A process in other namespaces than we, and these; nothing for any other one. */
function marksOfProcess(pid: string): string[] {
  const ours = namespacesOf('self');
  const others = namespacesOf(pid).filter((namespace) => !ours.includes(namespace));
  const stat = textOf(`/proc/${pid}/stat`);
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return others.length === 0 ? [] : [...others, `process ${pid} since ${start}`];
}

const namespaceKinds = ['net', 'mnt', 'pid', 'cgroup', 'ipc', 'uts'];

function namespacesOf(pid: string): readonly string[] {
  try {
    return namespaceKinds.map((kind) => `namespace ${readlinkSync(`/proc/${pid}/ns/${kind}`)}`);
  } catch {
    return []; // it ended while we looked
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended while we looked
  }
}
