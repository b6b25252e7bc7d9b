import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './room-record';

/** What is set for the room's programs: read there, and written by the machine alone. */
export function settingsOf(room: { readonly slot: number }): string {
  return join(folderOf(room), 'settings');
}

/** Makes the folder, or sees to it that it is there; readable for the room whatever this process's umask is. */
export function makeSettings(room: { readonly slot: number }): void {
  mkdirSync(settingsOf(room), { recursive: true });
  chmodSync(settingsOf(room), 0o755);
}

/** Writes one of the settings, and returns its path. */
export function writeSetting(room: { readonly slot: number }, name: string, text: string): string {
  const file = join(settingsOf(room), name);
  writeFileSync(file, text);
  chmodSync(file, 0o644);
  return file;
}
