import { posix, win32 } from 'node:path';
import type { World } from './world';

const programs = ['docker', 'dockerd', 'podman'] as const;
/** Where engines install themselves although not everyone's PATH leads there. */
const moreFolders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/snap/bin', '/opt/homebrew/bin'];

/** Which of docker, dockerd, podman and docker-desktop this machine has. */
export function installedPrograms(world: World): readonly string[] {
  const windows = world.platform === 'win32';
  const paths = windows ? win32 : posix;
  const path = (world.env['PATH'] ?? world.env['Path'] ?? '')
    .split(paths.delimiter)
    .filter((folder) => folder !== '');
  const folders = windows ? path : [...path, ...moreFolders];
  const isFile = (file: string) => {
    const found = world.stat(file);
    return 'type' in found && found.type === 'file';
  };
  const found: string[] = programs.filter((name) =>
    folders.some((folder) => isFile(paths.join(folder, windows ? `${name}.exe` : name))),
  );
  return hasDesktop(world) ? [...found, 'docker-desktop'] : found;
}

function hasDesktop(world: World): boolean {
  const folders: Readonly<Record<string, string>> = {
    darwin: '/Applications/Docker.app',
    linux: '/opt/docker-desktop',
    win32: 'C:\\Program Files\\Docker\\Docker\\frontend',
  };
  const folder = folders[world.platform];
  return folder !== undefined && 'type' in world.stat(folder);
}
