import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runCommand, tryRunSync } from '../command';
import { folderOf } from './room-record';

/** The room's disk: a file of limited size with a file system in it, seen by the machine at this folder. */
export function diskOf(room: { readonly slot: number }): string {
  return join(folderOf(room), 'disk');
}

/** The name of the disk's file in the room's folder. */
export const DISK_FILE = 'disk.img';

/**
 * Makes and mounts the disk (about 0.1 s). Returns `false` where the machine has no loop device to spare: then the room has an ordinary folder,
 * and no limit but the machine's own disk. Without a journal: nothing of it outlives a crash anyway.
 */
export async function makeDisk(room: { readonly slot: number }, diskMb: number): Promise<boolean> {
  const disk = diskOf(room);
  const file = join(folderOf(room), DISK_FILE);
  mkdirSync(disk, { recursive: true });
  await mustRun(['truncate', '-s', `${diskMb}M`, file]);
  const features = ['-O', '^has_journal', '-E', 'lazy_itable_init=1,nodiscard', '-m', '0'];
  await mustRun(['mkfs.ext4', '-q', '-F', ...features, file]);
  const mounted = await runCommand(['mount', '-o', 'loop,noatime', file, disk]);
  if (mounted.code === 0) return true;
  rmSync(file);
  return false;
}

/** The loop device goes with the last mount of it. */
export function unmountDisk(room: { readonly slot: number }): void {
  tryRunSync(['umount', '-l', diskOf(room)]);
}
