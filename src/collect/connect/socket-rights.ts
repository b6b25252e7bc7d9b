import type { SocketRights } from '../../evidence/fault-engine';
import type { World } from './world';

interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** Why this user may not use that socket, and what helps. `undefined` where there are no user ids (Windows). */
export function socketRights(world: World, socket: string): SocketRights | undefined {
  const { uid } = world;
  if (uid === undefined) return undefined;
  const groups = readGroups(world);
  const users = readUsers(world);
  const groupName = (gid: number) => groups.find((group) => group.gid === gid)?.name ?? String(gid);
  const user = users.get(uid) ?? String(uid);
  const who = { user, uid, groups: (world.groups ?? []).map(groupName) };
  const found = world.stat(socket);
  if ('code' in found) return { ...who, remedy: 'other-owner' };
  return {
    ...who,
    owner: users.get(found.uid) ?? String(found.uid),
    group: groupName(found.gid),
    mode: found.mode.toString(8).padStart(4, '0'),
    remedy: remedy(
      world,
      uid,
      found,
      groups.find(({ gid }) => gid === found.gid)?.members.includes(user) ?? false,
    ),
  };
}

const groupMayWrite = 0o020;

function remedy(
  world: World,
  uid: number,
  socket: { uid: number; gid: number; mode: number },
  listed: boolean,
): SocketRights['remedy'] {
  if (socket.uid === uid || (world.groups ?? []).includes(socket.gid)) return 'mode';
  // Nobody is told to join root's own group.
  if ((socket.mode & groupMayWrite) === 0 || socket.gid === 0) return 'other-owner';
  return listed ? 'new-login' : 'join-group';
}

/** `name:password:gid:member,member` (group(5)). Groups of a directory service are not in it; they are then shown as numbers. */
function readGroups(world: World): readonly Group[] {
  return rows(world, '/etc/group').map(([name = '', , gid, members = '']) => ({
    name,
    gid: Number(gid),
    members: members.split(','),
  }));
}

function readUsers(world: World): ReadonlyMap<number, string> {
  return new Map(rows(world, '/etc/passwd').map(([name = '', , uid]) => [Number(uid), name]));
}

function rows(world: World, file: string): readonly string[][] {
  const read = world.readFile(file);
  if ('code' in read) return [];
  return read.text
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => line.split(':'));
}
