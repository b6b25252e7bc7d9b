import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, tryRunSync } from '../../command';
import { settingsOf } from '../settings';
import { nameOf } from '../room-record';
import { addressesOfSlot } from './address-plan';

/** A part of the network that a room may be allowed: `apt` is the package archives of Debian and Ubuntu. */
export type NetworkUse = 'apt';

const ARCHIVES = [
  ...['deb.debian.org', 'security.debian.org', 'ftp.debian.org'],
  ...['archive.ubuntu.com', 'security.ubuntu.com', 'ports.ubuntu.com'],
];

/**
 * From now on the room reaches what is allowed and nothing else: no other address, and no service of the machine. The rules are
 * the machine's, where nothing in the room can change them. Archives are known by the addresses that their names have now.
 */
export async function closeNetwork(
  room: { readonly slot: number },
  allowed: readonly NetworkUse[],
  mirror?: string,
): Promise<void> {
  const chain = nameOf(room);
  const inChain = (...rule: string[]) => ['-A', chain, ...rule].join(' ');
  const resolv = readFileSync(join(settingsOf(room), 'resolv.conf'), 'utf8');
  const open = [...(mirror === undefined ? [] : [toMirror(mirror)]), ...(await rulesFor(allowed, resolv))];
  const lines = [
    '*filter',
    `:${chain} - [0:0]`,
    // Before all else: an answer that the room gives in another one's name would belong to that one's connection.
    inChain('!', '-s', addressesOfSlot(room.slot).address, '-j', 'DROP'),
    inChain('-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED', '-j', 'ACCEPT'),
    ...open.map((rule) => inChain(...rule, '-j', 'ACCEPT')),
    // A reset always comes; other refusals are only sent so often, and whoever does not get one waits.
    inChain('-p', 'tcp', '-j', 'REJECT', '--reject-with', 'tcp-reset'),
    inChain('-j', 'REJECT'),
    ...jumps(room).map((jump) => ['-I', ...jump].join(' ')),
    'COMMIT',
  ];
  await mustRun(['iptables-restore', '-w', '--noflush'], { input: `${lines.join('\n')}\n` });
}

/** The match of what is asked of a mirror at `<address>:<port>`. */
export function toMirror(mirror: string): string[] {
  const [address = '', port = ''] = mirror.split(':');
  return ['-d', address, '-p', 'tcp', '--dport', port];
}

/** Takes the chain away, to which nothing may jump any more. */
export function removeChain(room: { readonly slot: number }): void {
  tryRunSync(['iptables', '-w', '-F', nameOf(room)]);
  tryRunSync(['iptables', '-w', '-X', nameOf(room)]);
}

/** What the room sends to others, and what it sends to the machine itself: by its link, since it can give itself any address. */
function jumps(room: { readonly slot: number }): string[][] {
  const rest = ['-i', nameOf(room), '-m', 'comment', '--comment', nameOf(room), '-j', nameOf(room)];
  return [
    ['FORWARD', ...rest],
    ['INPUT', ...rest],
  ];
}

/** The matches of what is allowed, one rule each; `resolv` is the resolv.conf whose name servers may be asked. */
export async function rulesFor(allowed: readonly NetworkUse[], resolv: string): Promise<string[][]> {
  if (!allowed.includes('apt')) return [];
  const servers = [...resolv.matchAll(/^\s*nameserver\s+(\d+\.\d+\.\d+\.\d+)\s*$/gm)].flatMap(
    ([, ip]) => ip ?? [],
  );
  const dns = servers.flatMap((ip) =>
    ['udp', 'tcp'].map((protocol) => ['-d', ip, '-p', protocol, '--dport', '53']),
  );
  return [...dns, ...(await archiveRules())];
}

let addresses: Promise<readonly string[]> | undefined;

/** Names are looked up once a process: a pool opens many rooms. */
async function archiveRules(): Promise<string[][]> {
  const found = await (addresses ??= addressesOf(ARCHIVES));
  return found.flatMap((ip) => ['80', '443'].map((port) => ['-d', ip, '-p', 'tcp', '--dport', port]));
}

async function addressesOf(names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.allSettled(names.map((name) => lookup(name, { all: true, family: 4 })));
  const all = found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  return [...new Set(all.map(({ address }) => address))];
}
