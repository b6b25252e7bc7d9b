import { readFileSync, readdirSync } from 'node:fs';
import { thawCgroups } from '../room/cgroups';
import { killAndWait, processesIn } from '../room/ending/processes';

const KILL_DEADLINE_MS = 10_000;

/**
 * The first process of a container, numbered as this machine sees it; `undefined` when the container's processes are not this machine's
 * (Docker Desktop, another host). The engine's own number will not do: the engine may be in a process namespace of its own.
 */
export function firstProcessOf(containerId: string): number | undefined {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const inside = pids.filter((pid) => {
    const [own] = readOrEmpty(`/proc/${pid}/cgroup`)
      .split('\n')
      .filter((line) => line.includes(containerId));
    return own !== undefined;
  });
  // Containers inside the container have first processes too, further down.
  const numbered = inside.map((pid) => ({ pid: Number(pid), numbers: numbersOf(pid) }));
  const first = numbered.filter(({ numbers }) => numbers.at(-1) === '1');
  return first.sort((a, b) => a.numbers.length - b.numbers.length)[0]?.pid;
}

/** The numbers of a process, from the outermost namespace to the innermost. */
function numbersOf(pid: string): readonly string[] {
  return (/^NSpid:\s*(.*)$/m.exec(readOrEmpty(`/proc/${pid}/status`))?.[1] ?? '').split(/\s+/);
}

/** Lets paused containers inside a container go on, so that it can be removed: what is frozen outlives its first process. */
export function thawContainer(containerId: string): void {
  const pid = firstProcessOf(containerId);
  const path = /^\d+:[^:]*\bfreezer\b[^:]*:(.*)$/m.exec(
    pid === undefined ? '' : readOrEmpty(`/proc/${pid}/cgroup`),
  )?.[1];
  // Its own cgroup, never the one of all: that would let others' containers go on too.
  if (path?.includes(containerId)) thawCgroups(path);
}

/** Ends all that runs in a container or has entered its network: commands of ours are no processes of the container, and would outlive it. */
export function endContainer(containerId: string): void {
  thawContainer(containerId);
  const pid = firstProcessOf(containerId);
  if (pid !== undefined) killAndWait(processesIn('net', `/proc/${pid}/ns/net`), KILL_DEADLINE_MS);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended while we looked
  }
}
