import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import { mustRun } from '../command';
import { slotsFreeOf } from './network/address-plan';
import type { ProcessIdentity } from './ending/process-identity';
import { identify, isRunning } from './ending/process-identity';
import { usersAtWork } from './ending/processes';
import { isUserOf } from './users';

/** What is written down about a room, so that another process can remove it when its owner is dead. */
export interface RoomRecord {
  readonly version: 1;
  readonly id: string;
  readonly slot: number;
  readonly owner: ProcessIdentity;
}

/** One folder a room, named after its slot; folders that start with a dot are not rooms (yet, or any more). */
export const ROOMS_FOLDER = '/var/lib/vigie/rooms';

/** Where a room keeps everything it has on disk. */
export function folderOf(room: { readonly slot: number }): string {
  return join(ROOMS_FOLDER, String(room.slot));
}

/** The name of the room's link and cgroup, and the mark on its iptables rules. */
export function nameOf(room: { readonly slot: number }): string {
  return `vigie${room.slot}`;
}

/** The links of all rooms, as iptables names them. */
export const EVERY_ROOM = 'vigie+';

/** Takes a free slot for this process. The folder appears complete, by rename: no other process sees half a claim. */
export async function claimSlot(): Promise<RoomRecord> {
  const owner = identify(process.pid);
  if (owner === undefined)
    throw new CleanRoomError('cleanroom.not-linux-root', 'A clean room needs Linux and its /proc.');
  mkdirSync(ROOMS_FOLDER, { recursive: true, mode: 0o700 });
  const users = usersAtWork();
  const isHaunted = (slot: number) => users.some((user) => isUserOf({ slot }, user));
  for (const slot of slotsFreeOf(await routesOfMachine())) {
    // Something of a room that had it is still there, and would be at home in the next one.
    if (isHaunted(slot)) continue;
    const record: RoomRecord = { version: 1, id: `r${slot}-${randomBytes(4).toString('hex')}`, slot, owner };
    if (claim(record)) return record;
  }
  throw new CleanRoomError(
    'cleanroom.no-free-slot',
    `All clean rooms of this machine are taken; see ${ROOMS_FOLDER}.`,
  );
}

/** A slot in use; `record` is `undefined` when it cannot be read. */
export interface ListedRoom {
  readonly slot: number;
  readonly record: RoomRecord | undefined;
}

/** Every room on disk, also those of dead owners. */
export function listRooms(): ListedRoom[] {
  return listFolder()
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ slot: Number(name), record: recordOf(Number(name)) }));
}

/** What is written down about the room that has a slot now. */
export function recordOf(slot: number): RoomRecord | undefined {
  return readRecord(folderOf({ slot }));
}

/** Folders that no room uses and nobody is deleting: claims whose owner died, and what a dead process had given up. */
export function listAbandonedFolders(): string[] {
  return listFolder()
    .filter((name) => {
      if (name.startsWith('.new-')) return !isRunning(readRecord(join(ROOMS_FOLDER, name))?.owner ?? NOBODY);
      const [, pid, start = ''] = /^\.gone-\d+-(\d+)-(\d+)-/.exec(name) ?? [];
      return pid !== undefined && identify(Number(pid))?.start !== start;
    })
    .map((name) => join(ROOMS_FOLDER, name));
}

/** Gives the slot back at once and returns the folder under the name from which it can be deleted at leisure. */
export function giveUpFolder(slot: number): string {
  const gone = goneName(slot);
  renameSync(folderOf({ slot }), gone);
  return gone;
}

/** Leaves a room to whoever removes leftovers next, although this process goes on. */
export function disown(room: RoomRecord): void {
  const record: RoomRecord = { ...room, owner: NOBODY };
  writeFileSync(join(folderOf(room), 'room.json'), JSON.stringify(record));
}

/** Moves those of a room's folders that there are away at once, to where they can be deleted at leisure. */
export function giveUpContents(slot: number, names: readonly string[]): string {
  const gone = goneName(slot);
  mkdirSync(gone, { mode: 0o700 });
  const there = names.filter((name) => existsSync(join(folderOf({ slot }), name)));
  for (const name of there) renameSync(join(folderOf({ slot }), name), join(gone, name));
  return gone;
}

/** Says who deletes it, so that nobody else does as long as that process runs. */
function goneName(slot: number): string {
  const { pid, start } = identify(process.pid) ?? NOBODY;
  return join(ROOMS_FOLDER, `.gone-${slot}-${pid}-${start}-${randomBytes(4).toString('hex')}`);
}

const NOBODY: ProcessIdentity = { pid: 0, start: '', boot: '' };

function claim(record: RoomRecord): boolean {
  const draft = join(ROOMS_FOLDER, `.new-${record.id}`);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(join(draft, 'room.json'), JSON.stringify(record));
  try {
    renameSync(draft, folderOf(record));
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST')) return false; // another process was faster
    throw error;
  }
}

function readRecord(folder: string): RoomRecord | undefined {
  try {
    // The folder is root's own and was written by `claim`, hence no validation beyond JSON.
    return JSON.parse(readFileSync(join(folder, 'room.json'), 'utf8')) as RoomRecord;
  } catch {
    return undefined; // the caller treats it as a room without an owner
  }
}

function listFolder(): string[] {
  try {
    return readdirSync(ROOMS_FOLDER);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function routesOfMachine(): Promise<string[]> {
  const lines = (await mustRun(['ip', '-4', 'route', 'show', 'table', 'all'])).split('\n');
  const words = lines.map((line) => line.trim().split(/\s+/));
  // `broadcast`, `local` and the like come before the destination.
  const destinations = words.map(([first = '', second = '']) => (/^\d/.test(first) ? first : second));
  return destinations.filter((destination) => !destination.startsWith('127.'));
}

/** Not by `instanceof`: inside Jest, errors of node's own modules are of another realm's `Error`. */
function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    codes.some((code) => code === error.code)
  );
}
