import { readFileSync, writeFileSync } from 'node:fs';
import { mustRun, tryRunSync } from '../command';
import { addressesOfSlot } from './address-plan';
import type { RoomInit } from './namespaces';
import { inNetworkOf } from './namespaces';
import type { NetworkUse } from './network-policy';
import { closeNetwork, reopenNetwork } from './network-policy';
import type { RoomRecord } from './room-record';
import { nameOf } from './room-record';

const IP_FORWARD = '/proc/sys/net/ipv4/ip_forward';

/** Joins the room's network namespace to the machine, with a way out through NAT. Returns the MTU that the way out has. */
export async function connectNetwork(
  room: RoomRecord,
  init: RoomInit,
  allowed?: readonly NetworkUse[],
): Promise<number> {
  const mtu = await mtuOfUplink();
  const { gateway, address } = addressesOfSlot(room.slot);
  const link = nameOf(room);
  const veth = ['type', 'veth', 'peer', 'name', 'eth0', 'mtu', String(mtu), 'netns', String(init.pid)];
  await mustRun(['ip', 'link', 'add', link, 'mtu', String(mtu), ...veth]);
  await mustRun(['ip', 'addr', 'add', `${gateway}/24`, 'dev', link]);
  await mustRun(['ip', 'link', 'set', link, 'up']);
  const isClosed = allowed?.length === 0;
  const out = isClosed ? 'unreachable default' : `default via ${gateway}`;
  const inside = `link set lo up\naddr add ${address}/24 dev eth0\nlink set eth0 up\nroute add ${out}\n`;
  await mustRun(inNetworkOf(room, ['ip', '-batch', '-']), { input: inside });
  if (isClosed) await refuseAtOnce(room);
  // Stays on after the room, as Docker leaves it: something else may have come to rely on it.
  if (readFileSync(IP_FORWARD, 'utf8').trim() === '0') writeFileSync(IP_FORWARD, '1');
  for (const rule of rulesOf(room)) await mustRun(['iptables', '-w', '-t', rule.table, '-I', ...rule.spec]);
  // Last, so that its rules come before the ones above.
  if (allowed !== undefined) await closeNetwork(room, allowed);
  return mtu;
}

/**
 * The kernel says only so often that there is no way out, and whoever is not told waits: the engine, which looks up `docker.io` before it asks its
 * mirror, for five seconds. In this network it says so every time.
 */
async function refuseAtOnce(room: RoomRecord): Promise<void> {
  const command = 'echo 0 > /proc/sys/net/ipv4/icmp_ratelimit';
  await mustRun(inNetworkOf(room, ['sh', '-c', command]));
}

/** Takes away the link and the rules, whichever of them are there. */
export function disconnectNetwork(room: { readonly slot: number }): void {
  tryRunSync(['ip', 'link', 'del', nameOf(room)]);
  reopenNetwork(room);
  for (const rule of rulesOf(room)) {
    while (tryRunSync(['iptables', '-w', '-t', rule.table, '-D', ...rule.spec]) !== undefined);
  }
}

interface Rule {
  readonly table: 'filter' | 'nat';
  readonly spec: readonly string[];
}

/** The rules on the machine's side. The comment marks them as ours, so a rule that somebody else wrote is never deleted. */
function rulesOf(room: { readonly slot: number }): Rule[] {
  const { subnet } = addressesOfSlot(room.slot);
  const mark = ['-m', 'comment', '--comment', nameOf(room)];
  const answers = ['-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED'];
  return [
    { table: 'filter', spec: ['FORWARD', '-s', subnet, ...mark, '-j', 'ACCEPT'] },
    { table: 'filter', spec: ['FORWARD', '-d', subnet, ...answers, ...mark, '-j', 'ACCEPT'] },
    { table: 'nat', spec: ['POSTROUTING', '-s', subnet, '!', '-d', subnet, ...mark, '-j', 'MASQUERADE'] },
  ];
}

/** A veth with a larger MTU than the way out loses large packets without a word. */
async function mtuOfUplink(): Promise<number> {
  const route = await mustRun(['ip', '-4', 'route', 'show', 'default']);
  const device = /\bdev (\S+)/.exec(route)?.[1];
  if (device === undefined) return 1500;
  return Math.min(1500, Number(readFileSync(`/sys/class/net/${device}/mtu`, 'utf8')));
}
