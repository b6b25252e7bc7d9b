import { netnsOf } from '../namespaces';
import type { ProcessIdentity } from './process-identity';
import { identify } from './process-identity';
import { processesIn, processNumbers, readOf, usersOf } from './processes';
import { nameOf } from '../room-record';
import { isUserOf } from '../users';

/**
 * All processes of a room: those of its users, whatever namespaces they have made for themselves since, those in its cgroups, and ours that have entered its
 * network. By the users that a process runs as, not by who owns its folder: that is root's when it may not be looked into.
 */
export function processesOf(room: { readonly slot: number }): ProcessIdentity[] {
  const inNetwork = processesIn('net', netnsOf(room));
  const known = new Set(inNetwork.map(({ pid }) => pid));
  const cgroup = new RegExp(`^[^:]*:[^:]*:/${nameOf(room)}(/|$)`, 'm');
  const isOwn = (pid: string) =>
    usersOf(pid).some((user) => isUserOf(room, user)) || cgroup.test(readOf(pid, 'cgroup'));
  const own = processNumbers().filter((pid) => !known.has(Number(pid)) && isOwn(pid));
  return [...inNetwork, ...own.flatMap((pid) => identify(Number(pid)) ?? [])];
}
