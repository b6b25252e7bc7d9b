import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { subfolders } from './cgroups';
import { ping } from './ping';

/** Why a room is no longer what it was, or never could do what was asked of it; the codes are stable. */
export type RoomTrouble =
  | 'room.time-over'
  | 'room.engine-silent'
  | 'room.disk-full'
  | 'room.too-many-processes'
  | 'room.out-of-memory';

/** Where trouble shows. `cgroups` are those of what the student starts, `disk` a folder on the room's disk. */
export interface Symptoms {
  readonly isOver: boolean;
  readonly socket: string;
  readonly disk: string | undefined;
  readonly cgroups: readonly string[];
}

/** Less than this part of the disk left is a full disk. */
const FULL = 0.01;

/** All trouble that a room has at this moment, or had since it was made like new. Never rejects. */
export async function troubleOf({ isOver, socket, disk, cgroups }: Symptoms): Promise<RoomTrouble[]> {
  if (isOver) return ['room.time-over'];
  return [
    ...((await ping(socket)) ? [] : (['room.engine-silent'] as const)),
    ...(disk !== undefined && isFull(disk) ? (['room.disk-full'] as const) : []),
    ...(cgroups.some(ranOutOfProcesses) ? (['room.too-many-processes'] as const) : []),
    ...(cgroups.some(ranOutOfMemory) ? (['room.out-of-memory'] as const) : []),
  ];
}

function isFull(folder: string): boolean {
  try {
    const { blocks, bavail, files, ffree } = statfsSync(folder);
    return bavail < blocks * FULL || (files > 0 && ffree < files * FULL);
  } catch {
    return false; // the room is being closed
  }
}

/** The kernel counts refusals where the program was, which may be further down and gone; the peak stays. */
function ranOutOfProcesses(cgroup: string): boolean {
  const [limit, peak] = ['pids.max', 'pids.peak'].map((name) => Number(read(cgroup, name)));
  return (
    (limit !== undefined && peak !== undefined && peak >= limit) ||
    total(cgroup, 'pids.events', /^max (\d+)/m) > 0
  );
}

function ranOutOfMemory(cgroup: string): boolean {
  const killed = /^oom_kill (\d+)/m;
  return total(cgroup, 'memory.oom_control', killed) + total(cgroup, 'memory.events', killed) > 0;
}

/** A count, with those of all cgroups below. */
function total(cgroup: string, file: string, pattern: RegExp): number {
  const own = Number(pattern.exec(read(cgroup, file))?.[1] ?? 0);
  return subfolders(cgroup).reduce((sum, below) => sum + total(below, file, pattern), own);
}

function read(cgroup: string, file: string): string {
  try {
    return readFileSync(join(cgroup, file), 'utf8').trim() || 'nothing';
  } catch {
    return 'nothing'; // another controller's, or the container has just ended
  }
}
