import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { tryRunSync } from '../command';
import type { RoomLimits } from './limits';
import { HEADROOM } from './limits';
import { nameOf } from './room-record';
import { rootOf } from './users';

export const CGROUPS = '/sys/fs/cgroup';

/**
 * The cgroups of a room, in each hierarchy: `vigie<slot>` bears the limits, `room` in it is all that the room sees of cgroups (so that
 * neither `--cgroup-parent` nor a privileged container gets out of the limits), `engine` is for our programs and `student` for all that
 * the student starts.
 */
interface Places {
  readonly top: string;
  readonly room: string;
  readonly engine: string;
  readonly student: string;
}

/** One for each controller with cgroup v1, one at all with v2, some of each on many machines. */
export function hierarchies(): string[] {
  const mounted = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  return mounted.flatMap(([, path = '', type = '']) =>
    /^cgroup2?$/.test(type) && path.startsWith(CGROUPS) ? [path] : [],
  );
}

/** Where in each hierarchy a program is put; see `Places`. */
export function cgroupsOf(room: { readonly slot: number }, place: keyof Places): string[] {
  return hierarchies().map((hierarchy) => placesIn(hierarchy, room)[place]);
}

/** Makes the room's cgroups and sets the limits of the whole. */
export function makeCgroups(room: { readonly slot: number }, limits: RoomLimits): void {
  removeCgroups(room);
  for (const hierarchy of hierarchies()) {
    const { top, room: seen, engine, student } = placesIn(hierarchy, room);
    delegate(hierarchy);
    makeCgroup(top);
    delegate(top);
    inheritCpus(hierarchy, top);
    const memoryMb = limits.memoryMb + HEADROOM.memoryMb;
    limit(top, { ...limits, memoryMb, pids: limits.pids + HEADROOM.pids });
    // Whatever privileges a container has: the machine's disks are not for it (but to make their nodes is what runc allows everyone). Only v1
    // can say so in a file.
    write(top, 'devices.deny', 'b *:* rw');
    makeCgroup(seen);
    inheritCpus(top, seen);
    const containers = join(student, 'containers');
    for (const inner of [engine, student, join(student, 'terminal'), containers]) {
      makeCgroup(inner);
      inheritCpus(dirname(inner), inner);
    }
    giveTo(room, containers);
    // With v2, who moves a process must be allowed to at the place above both.
    if (existsSync(join(seen, 'cgroup.controllers')))
      chownSync(join(seen, 'cgroup.procs'), rootOf(room), rootOf(room));
  }
}

/** Once the room's first process is in: our programs to one side, and the limits of what the student starts. */
export function settleCgroups(room: { readonly slot: number }, limits: RoomLimits): void {
  for (const hierarchy of hierarchies()) {
    const { room: seen, engine, student } = placesIn(hierarchy, room);
    // With v2, a cgroup that gives controllers on may hold no processes itself.
    for (const pid of readFileSync(join(seen, 'cgroup.procs'), 'utf8').split('\n'))
      if (pid !== '') write(engine, 'cgroup.procs', pid);
    delegate(seen);
    delegate(student);
    limit(student, limits);
  }
}

/** Where a room's cgroups are frozen, with cgroup v1. */
export const freezerOf = (room: { readonly slot: number }): string =>
  placesIn(join(CGROUPS, 'freezer'), room).top;

/** Takes processes to where the room cannot freeze them: in cgroup v1 what is frozen does not even obey SIGKILL. However deep down they are. */
export function freeFromFreezer(room: { readonly slot: number }, pids: readonly number[]): void {
  const top = freezerOf(room);
  write(top, 'freezer.state', 'THAWED');
  for (const pid of pids) write(top, 'cgroup.procs', String(pid));
}

/** The same for a container's cgroup, which only its own engine has filled. `path`: below the hierarchy. */
export function thawCgroups(path: string): void {
  const thaw = (folder: string): void => {
    write(folder, 'freezer.state', 'THAWED');
    subfolders(folder).forEach(thaw);
  };
  thaw(join(CGROUPS, 'freezer', path));
}

/** By `find`, which is not stopped by names that are too long together. One that is busy stays, and is removed before the slot's next room is made. */
export function removeCgroups(room: { readonly slot: number }): void {
  const there = cgroupsOf(room, 'top').filter((top) => existsSync(top));
  if (there.length > 0) tryRunSync(['find', ...there, '-depth', '-type', 'd', '-delete']);
}

function placesIn(hierarchy: string, slotted: { readonly slot: number }): Places {
  const top = join(hierarchy, nameOf(slotted));
  const room = join(top, 'room');
  return { top, room, engine: join(room, 'engine'), student: join(room, 'student') };
}

/** The names of v1 and v2; what a hierarchy does not have is another one's to limit. */
function limit(cgroup: string, { memoryMb, cpus, pids }: RoomLimits): void {
  const bytes = String(memoryMb * 1024 * 1024);
  write(cgroup, 'memory.limit_in_bytes', bytes);
  write(cgroup, 'memory.max', bytes);
  // Neither swap nor the buffers of connections come on top.
  write(cgroup, 'memory.memsw.limit_in_bytes', bytes);
  write(cgroup, 'memory.swap.max', '0');
  write(cgroup, 'memory.kmem.tcp.limit_in_bytes', bytes);
  write(cgroup, 'pids.max', String(pids));
  const quota = String(Math.round(cpus * 100_000));
  write(cgroup, 'cpu.cfs_quota_us', quota);
  write(cgroup, 'cpu.max', `${quota} 100000`);
}

/** v2: gives the controllers that there are on to the children. */
function delegate(cgroup: string): void {
  for (const controller of ['memory', 'pids', 'cpu', 'cpuset', 'io'])
    write(cgroup, 'cgroup.subtree_control', `+${controller}`);
}

/** The room's programs go through it, whatever this process's umask is. */
function makeCgroup(cgroup: string): void {
  mkdirSync(cgroup, { recursive: true });
  chmodSync(cgroup, 0o755);
}

/** So that the room's engine makes its containers' cgroups below, but sets no limit that is already there. */
function giveTo(room: { readonly slot: number }, cgroup: string): void {
  for (const name of ['.', 'cgroup.procs', 'cgroup.subtree_control', 'cgroup.threads', 'tasks'])
    if (existsSync(join(cgroup, name))) chownSync(join(cgroup, name), rootOf(room), rootOf(room));
}

/** v1: a new cpuset is empty, and no process may enter it. */
function inheritCpus(parent: string, child: string): void {
  for (const name of ['cpuset.cpus', 'cpuset.mems'])
    if (existsSync(join(parent, name))) write(child, name, readFileSync(join(parent, name), 'utf8').trim());
}

function write(cgroup: string, file: string, value: string): void {
  if (!existsSync(join(cgroup, file))) return;
  try {
    writeFileSync(join(cgroup, file), value);
  } catch {
    return; // a controller that is not ours to use, or a process that has just ended
  }
}

/** The cgroups in one; none when it has just been removed. */
export function subfolders(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  } catch {
    return []; // it has just been removed
  }
}
