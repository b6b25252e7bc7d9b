import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mustRun, tryRunSync } from '../../command';
import { addressesOfSlot } from './address-plan';
import type { RoomInit } from '../namespaces';
import { inNetworkOf } from '../namespaces';
import type { NetworkUse } from './network-policy';
import { closeNetwork, removeChain, toMirror } from './network-policy';
import type { RoomRecord } from '../room-record';
import { EVERY_ROOM, nameOf } from '../room-record';

const IP_FORWARD = '/proc/sys/net/ipv4/ip_forward';

/** What a room reaches. */
export interface Reach {
  /** Besides its mirror; everything but other rooms when undefined. */
  readonly allowed?: readonly NetworkUse[] | undefined;
  /** `<address>:<port>` of a mirror that is another room. */
  readonly mirror?: string | undefined;
}

/** Joins the room's network namespace to the machine, with a way out through NAT. Returns the MTU that the way out has. */
export async function connectNetwork(room: RoomRecord, init: RoomInit, reach: Reach): Promise<number> {
  const { allowed, mirror } = reach;
  const mtu = await mtuOfUplink();
  const { gateway, address } = addressesOfSlot(room.slot);
  const link = nameOf(room);
  const veth = ['type', 'veth', 'peer', 'name', 'eth0', 'mtu', String(mtu), 'netns', String(init.pid)];
  await mustRun(['ip', 'link', 'add', link, 'mtu', String(mtu), ...veth]);
  await mustRun(['ip', 'addr', 'add', `${gateway}/24`, 'dev', link]);
  withoutIPv6(link);
  await mustRun(['ip', 'link', 'set', link, 'up']);
  const isClosed = allowed?.length === 0;
  const out = isClosed ? 'unreachable default' : `default via ${gateway}`;
  const toMirror = mirror === undefined ? '' : `route add ${mirror.split(':')[0]} via ${gateway}\n`;
  const inside = `link set lo up\naddr add ${address}/24 dev eth0\nlink set eth0 up\nroute add ${out}\n${toMirror}`;
  await mustRun(inNetworkOf(room, ['ip', '-batch', '-']), { input: inside });
  if (isClosed) await refuseAtOnce(room);
  // Stays on after the room, as Docker leaves it: something else may have come to rely on it.
  if (readFileSync(IP_FORWARD, 'utf8').trim() === '0') writeFileSync(IP_FORWARD, '1');
  for (const rule of rulesOf(room, mirror))
    await mustRun(['iptables', '-w', '-t', rule.table, '-I', ...rule.spec]);
  // Last, so that its rules come before the ones above.
  if (allowed !== undefined) await closeNetwork(room, allowed, mirror);
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

/** The rules below are IPv4's; without this, each link has an address that the machine answers at. */
function withoutIPv6(link: string): void {
  const setting = `/proc/sys/net/ipv6/conf/${link}/disable_ipv6`;
  if (existsSync(setting)) writeFileSync(setting, '1');
}

/** Takes away the link and the rules, whichever of them are there. */
export function disconnectNetwork(room: { readonly slot: number }): void {
  tryRunSync(['ip', 'link', 'del', nameOf(room)]);
  for (const table of ['filter', 'nat']) {
    const rules = tryRunSync(['iptables', '-w', '-t', table, '-S'])?.split('\n') ?? [];
    for (const rule of rules.map((line) => line.split(' ')).filter((words) => isOf(room, words)))
      tryRunSync(['iptables', '-w', '-t', table, '-D', ...rule.slice(1)]);
  }
  removeChain(room);
}

/** By the comment alone: what another version of us wrote is ours too. */
function isOf(room: { readonly slot: number }, rule: readonly string[]): boolean {
  const comment = rule[rule.indexOf('--comment') + 1];
  return rule[0] === '-A' && comment === nameOf(room);
}

interface Rule {
  readonly table: 'filter' | 'nat';
  readonly spec: readonly string[];
}

/**
 * The rules on the machine's side, each put before the ones above it: from the room's own address only, and to no other room but its mirror. The comment marks them
 * as ours, so a rule that somebody else wrote is never deleted.
 */
function rulesOf(room: { readonly slot: number }, mirror: string | undefined): Rule[] {
  const { subnet, address } = addressesOfSlot(room.slot);
  const link = nameOf(room);
  const mark = ['-m', 'comment', '--comment', nameOf(room)];
  const answers = ['-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED'];
  return [
    { table: 'filter', spec: ['FORWARD', '-i', link, ...mark, '-j', 'ACCEPT'] },
    { table: 'filter', spec: ['FORWARD', '-d', subnet, ...answers, ...mark, '-j', 'ACCEPT'] },
    { table: 'filter', spec: ['FORWARD', '-i', link, '-o', EVERY_ROOM, ...mark, '-j', 'DROP'] },
    ...(mirror === undefined
      ? []
      : [
          {
            table: 'filter',
            spec: ['FORWARD', ...toMirror(mirror), '-i', link, ...mark, '-j', 'ACCEPT'],
          } as const,
        ]),
    { table: 'filter', spec: ['FORWARD', '-i', link, '!', '-s', address, ...mark, '-j', 'DROP'] },
    { table: 'filter', spec: ['INPUT', '-i', link, '!', '-s', address, ...mark, '-j', 'DROP'] },
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
