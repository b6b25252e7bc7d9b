import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * All that rooms could leave on a machine: mounts, loop devices, links, firewall rules, control groups, folders, and the processes that are in other namespaces than we,
 * with these namespaces. One line each; compare two lists.
 */
export function machineMarks(): readonly string[] {
  return [
    ...lines('mount', readFileSync('/proc/self/mounts', 'utf8')),
    ...lines('loop device', said('losetup', '-l', '-n', '-O', 'NAME,BACK-FILE')),
    ...lines('link', said('ip', '-br', 'link')),
    ...lines('rule', said('sh', '-c', 'iptables -w -S; iptables -w -t nat -S')),
    ...lines('cgroup', said('find', '/sys/fs/cgroup', '-name', 'vigie*')),
    ...['/var/lib/vigie/rooms', '/run/netns'].flatMap((folder) => lines(folder, namesIn(folder).join('\n'))),
    ...processes(),
  ];
}

const said = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8' });

const lines = (what: string, text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${what} ${line.trim()}`);

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever there
  }
}

function processes(): string[] {
  const ours = namespacesOf('self');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const others = namespacesOf(pid).filter((namespace) => !ours.includes(namespace));
      return others.length === 0 ? [] : [...others, `process ${pid}`];
    });
}

function namespacesOf(pid: string): readonly string[] {
  try {
    const kinds = ['net', 'mnt', 'pid', 'cgroup', 'ipc', 'uts'];
    return kinds.map((kind) => `namespace ${readlinkSync(`/proc/${pid}/ns/${kind}`)}`);
  } catch {
    return []; // it ended while we looked
  }
}
