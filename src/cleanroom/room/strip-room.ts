import { existsSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryRunSync } from '../command';
import { netnsOf } from './namespaces';
import { disconnectNetwork } from './network';
import { killAndWait, processesIn } from './processes';
import { nameOf } from './room-record';

const KILL_DEADLINE_MS = 10_000;
const CGROUPS = '/sys/fs/cgroup';

/**
 * Removes all of a room but its folder: processes, namespaces, link, iptables rules, cgroups. Works on a room in any state,
 * also on one whose owner was killed while it was being made. Blocks, so that it can run while the owner exits.
 */
export function stripRoom(room: { readonly slot: number }): void {
  thawContainers(room);
  // The engine's own processes and commands that entered; containers have other networks, but end with the room's PID 1.
  killAndWait(processesIn('net', netnsOf(room)), KILL_DEADLINE_MS);
  tryRunSync(['umount', '-l', netnsOf(room)]);
  disconnectNetwork(room);
  for (const cgroup of cgroupsOf(room)) removeCgroup(cgroup);
}

/** In cgroup v1 a paused container is frozen, and what is frozen does not even obey SIGKILL. */
function thawContainers(room: { readonly slot: number }): void {
  const frozen = join(CGROUPS, 'freezer', nameOf(room));
  for (const folder of [frozen, ...subfolders(frozen)]) {
    const state = join(folder, 'freezer.state');
    if (existsSync(state)) writeFileSync(state, 'THAWED');
  }
}

/** One a controller with cgroup v1, one at the top with v2. */
function cgroupsOf(room: { readonly slot: number }): string[] {
  const name = nameOf(room);
  return [join(CGROUPS, name), ...subfolders(CGROUPS).map((controller) => join(controller, name))].filter(
    existsSync,
  );
}

function removeCgroup(cgroup: string): void {
  for (const child of subfolders(cgroup)) removeCgroup(child);
  try {
    rmdirSync(cgroup);
  } catch {
    return; // busy for a moment longer, or gone; an empty cgroup holds nothing and the next room of this slot uses it
  }
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}
