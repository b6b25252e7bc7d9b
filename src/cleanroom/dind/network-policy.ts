import { readFileSync } from 'node:fs';
import { mustRun } from '../command';
import type { NetworkUse } from '../room/network/network-policy';
import { rulesFor } from '../room/network/network-policy';

/**
 * From now on the container reaches its mirror and what is allowed, and nothing else. The rules are in the container's own network, in a table that
 * dockerd leaves alone: the outer engine's network is not ours to change. A container inside has no right to change them either, unless it is
 * privileged and in the room's network.
 */
export async function closeNetworkOf(
  pid: number,
  mirror: string,
  allowed: readonly NetworkUse[],
): Promise<void> {
  const [host = '', port = ''] = mirror.split(':');
  const rules = await rulesFor(allowed, readFileSync(`/proc/${pid}/root/etc/resolv.conf`, 'utf8'));
  const accept = [
    ['-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED'],
    ['-d', host, '-p', 'tcp', '--dport', port],
    ...rules,
  ];
  const lines = [
    '*mangle',
    ':vigie - [0:0]',
    ...accept.map((rule) => `-A vigie ${rule.join(' ')} -j ACCEPT`),
    '-A vigie -j DROP',
    '-I POSTROUTING -o eth0 -j vigie',
    'COMMIT',
  ];
  const restore = ['nsenter', `--net=/proc/${pid}/ns/net`, '--', 'iptables-restore', '-w', '--noflush'];
  await mustRun(restore, { input: `${lines.join('\n')}\n` });
}
