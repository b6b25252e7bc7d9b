import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * All that rooms could leave on a machine: mounts, loop devices, links, firewall rules, control groups, folders, the processes that are there and the namespaces that
 * they are in. One line each; compare two lists. Other programs that come and go in between are in it too.
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
  const found = new Set<string>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 100);
      // The kernel's own threads have no command line, and come and go.
      if (command === '') continue;
      for (const kind of ['net', 'mnt', 'pid', 'cgroup', 'ipc', 'uts'])
        found.add(`namespace ${readlinkSync(`/proc/${pid}/ns/${kind}`)}`);
      found.add(`process ${pid} ${command}`);
    } catch {
      continue; // it ended while we looked
    }
  }
  return [...found];
}
