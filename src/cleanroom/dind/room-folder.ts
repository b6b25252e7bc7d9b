import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, tryRunSync } from '../command';
import { identify } from '../room/ending/process-identity';

/** One folder a room in a container, named after its owner; not below /tmp, which a student's terminal has for itself. */
const FOLDERS = '/var/lib/vigie/containers';
const HOME_MB = 256;

/** Makes the folder of a room: a home of limited size, settings of the docker command, and where a terminal's view is put together. */
export async function makeRoomFolder(): Promise<string> {
  mkdirSync(FOLDERS, { recursive: true, mode: 0o700 });
  const start = identify(process.pid)?.start ?? '0';
  const folder = mkdtempSync(join(FOLDERS, `${process.pid}-${start}-`));
  await furnishFolder(folder);
  return folder;
}

/** Gives it an empty home and no settings. */
export async function furnishFolder(folder: string): Promise<void> {
  tryRunSync(['umount', '-l', join(folder, 'home')]);
  rmSync(join(folder, 'docker-config'), { recursive: true, force: true });
  for (const name of ['home', 'docker-config', 'settings', 'root'])
    mkdirSync(join(folder, name), { recursive: true });
  await mustRun(['mount', '-t', 'tmpfs', '-o', `mode=755,size=${HOME_MB}m`, 'tmpfs', join(folder, 'home')]);
}

/** Blocks, so that it can run while the owner exits. */
export function removeRoomFolder(folder: string): void {
  tryRunSync(['umount', '-l', join(folder, 'home')]);
  rmSync(folder, { recursive: true, force: true });
}

/** Folders whose owners are dead. */
export function removeAbandonedFolders(): void {
  for (const name of namesIn(FOLDERS)) {
    const [, pid, start] = /^(\d+)-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && identify(Number(pid))?.start !== start) removeRoomFolder(join(FOLDERS, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nobody had a room in a container here
  }
}
