import { readFileSync } from 'node:fs';
import { SLOTS } from './network/address-plan';

/** How many users, and groups, a room has: 0 to 65535, as any Debian system. */
export const USERS = 65_536;

/** Above what `subuid` files and systemd's containers give away (up to 1,879,048,191), and below the signed limit that some programs have. */
const FIRST = 2_000_000_000;

/** The number that root in a room has on the machine, where it is nobody; its other users follow. */
export function rootOf({ slot }: { readonly slot: number }): number {
  return FIRST + slot * USERS;
}

/** Whether a number of the machine is a user of this room. */
export function isUserOf(room: { readonly slot: number }, user: number): boolean {
  return user >= rootOf(room) && user < rootOf(room) + USERS;
}

/** What keeps this machine from giving rooms users of their own, in one sentence; `undefined` when nothing does. */
export function whyNoUsers(): string | undefined {
  const most = read('/proc/sys/user/max_user_namespaces');
  if (most === undefined) return 'This kernel has no user namespaces.';
  if (Number(most) === 0) return 'User namespaces are switched off: sysctl user.max_user_namespaces is 0.';
  const last = rootOf({ slot: Math.max(...SLOTS) }) + USERS - 1;
  const maps = ['uid_map', 'gid_map'].map((name) => read(`/proc/self/${name}`) ?? '');
  if (maps.every((map) => map.split('\n').some((line) => covers(line, last)))) return undefined;
  return `This process is in a user namespace without the users ${FIRST} to ${last} (a container, perhaps).`;
}

/** A line of such a map: the first number inside, outside, and how many. */
function covers(line: string, last: number): boolean {
  const [inside = NaN, , count = NaN] = line.trim().split(/\s+/).map(Number);
  return inside <= FIRST && last < inside + count;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // not there
  }
}
