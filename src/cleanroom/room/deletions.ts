import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const underway = new Map<string, Promise<void>>();

/** Deletes a folder that nothing uses any more, without making anybody wait. */
export function startDeleting(folder: string): void {
  const done = rm(folder, { recursive: true, force: true }).finally(() => underway.delete(folder));
  underway.set(folder, done);
  done.catch(() => undefined); // told to whoever waits in `allDeleted`; a folder that stays is a leftover for the next room
}

/** Waits for all deletions of this process. */
export async function allDeleted(): Promise<void> {
  await Promise.all(underway.values());
}

/** Finishes all deletions at once, for a process that is about to end. Blocks. */
export function deleteNow(): void {
  for (const folder of underway.keys()) rmSync(folder, { recursive: true, force: true });
}
