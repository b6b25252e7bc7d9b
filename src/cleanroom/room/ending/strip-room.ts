import { tryRunSync } from '../../command';
import { removeCgroups } from '../cgroups';
import { unmountDisk } from '../disk';
import { endAll } from './end-all';
import { netnsOf } from '../namespaces';
import { disconnectNetwork } from '../network/network';

/**
 * Removes all of a room but its folder: processes, namespaces, disk, link, iptables rules, cgroups. Works on a room in any state,
 * also on one whose owner was killed while it was being made. `false` when something still runs: then nobody else may have the slot. Blocks, so that it
 * can run while the owner exits.
 */
export function stripRoom(room: { readonly slot: number }): boolean {
  const isEmpty = endAll(room);
  // By it what entered the network is found, so it stays as long as something is left.
  if (isEmpty) tryRunSync(['umount', '-l', netnsOf(room)]);
  unmountDisk(room);
  disconnectNetwork(room);
  removeCgroups(room);
  return isEmpty;
}
