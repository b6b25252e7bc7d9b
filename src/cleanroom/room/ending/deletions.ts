import { runCommand, tryRunSync } from '../../command';

const underway = new Map<string, Promise<unknown>>();

const DEADLINE_MS = 600_000;

/** Not by node's own `rm`: that goes by paths, which are too long where a student made them so. */
const deleting = (folder: string): string[] => ['rm', '-rf', '--one-file-system', '--', folder];

/** Deletes a folder that nothing uses any more, without making anybody wait. One that stays is a leftover for the next room. */
export function startDeleting(folder: string): void {
  const done = runCommand(deleting(folder), { deadlineMs: DEADLINE_MS })
    .catch(() => undefined) // no `rm`: nothing to be done about it here
    .finally(() => underway.delete(folder));
  underway.set(folder, done);
}

/** Waits for all deletions of this process. */
export async function allDeleted(): Promise<void> {
  await Promise.all(underway.values());
}

/** Finishes all deletions at once, for a process that is about to end. Blocks. */
export function deleteNow(): void {
  for (const folder of underway.keys()) deleteFolderNow(folder);
}

/** Blocks. */
export function deleteFolderNow(folder: string): void {
  tryRunSync(deleting(folder));
}
