import { tryRunSync } from '../command';
import { removeCgroups, thawCgroups } from './cgroups';
import { unmountDisk } from './disk';
import { netnsOf } from './namespaces';
import { disconnectNetwork } from './network';
import { killAndWait, processesIn } from './processes';
import { nameOf } from './room-record';

const KILL_DEADLINE_MS = 10_000;

/**
 * Removes all of a room but its folder: processes, namespaces, disk, link, iptables rules, cgroups. Works on a room in any state,
 * also on one whose owner was killed while it was being made. Blocks, so that it can run while the owner exits.
 */
export function stripRoom(room: { readonly slot: number }): void {
  thawCgroups(nameOf(room));
  // The engine's own processes and commands that entered; containers have other networks, but end with the room's PID 1.
  killAndWait(processesIn('net', netnsOf(room)), KILL_DEADLINE_MS);
  tryRunSync(['umount', '-l', netnsOf(room)]);
  unmountDisk(room);
  disconnectNetwork(room);
  removeCgroups(room);
}
