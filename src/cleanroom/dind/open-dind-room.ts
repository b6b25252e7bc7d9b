import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { StartedTestContainer } from 'testcontainers';
import type { CleanRoom } from '../clean-room';
import { CleanRoomError } from '../clean-room-error';
import { tryRunSync } from '../command';
import { signalDockerd } from '../room/engine';
import { guard, unguard } from '../room/ending/exit-guard';
import { startLifetime } from '../room/ending/lifetime';
import { joining } from '../room/joining';
import { ping } from '../room/ping';
import { runIn } from '../room/run-in';
import type { RoomTrouble } from '../room/trouble';
import { troubleOf } from '../room/trouble';
import { firstProcessOf, thawContainer } from './container-process';
import { removeContainer, removeContainerNow } from './leftovers';
import { closeNetworkOf } from './network-policy';
import type { OuterEngine } from './outer-engine';
import { furnishFolder, makeRoomFolder, removeRoomFolder } from './room-folder';
import type { ContainerPlan } from './start-container';
import { startContainer } from './start-container';
import { untilTrue } from './until-true';
import { VIEW_SCRIPT } from './view-script';

/** What a room in a container is made of besides its container. */
export interface DindFurniture {
  readonly outer: OuterEngine;
  readonly plan: Omit<ContainerPlan, 'id'>;
  readonly signal: AbortSignal | undefined;
  /** Called once the room is gone. */
  readonly closed: () => Promise<void>;
}

interface Started {
  readonly container: StartedTestContainer;
  readonly pid: number;
  readonly startMs: number;
}

/** Opens a room in a container of the outer engine. When that fails, nothing is left of it. */
export async function openDindRoom(furniture: DindFurniture): Promise<CleanRoom> {
  const id = `d-${randomBytes(4).toString('hex')}`;
  const folder = await makeRoomFolder();
  try {
    return roomOf(id, folder, furniture, await start(id, folder, furniture));
  } catch (error) {
    removeRoomFolder(folder);
    throw error;
  }
}

async function start(id: string, folder: string, { plan, outer, signal }: DindFurniture): Promise<Started> {
  const aborted = () => {
    if (signal?.aborted) throw new CleanRoomError('cleanroom.aborted', 'The clean room was called off.');
  };
  aborted();
  const began = Date.now();
  const container = await startContainer({ ...plan, id });
  guard(container.getId(), () => {
    removeContainerNow(container.getId());
    removeRoomFolder(folder);
  });
  try {
    aborted();
    const pid = firstProcessOf(container.getId());
    if (pid === undefined) {
      const message =
        'The containers of this Docker engine are not processes of this machine (Docker Desktop, another host).';
      throw new CleanRoomError('cleanroom.unsupported-machine', message);
    }
    if (plan.network !== undefined) await closeNetworkOf(pid, plan.mirror, plan.network);
    rmSync(socketOf(folder), { force: true });
    symlinkSync(`/proc/${pid}/root/run/docker.sock`, socketOf(folder));
    await untilTrue(() => ping(socketOf(folder)), 60_000, 'The engine in the container does not answer.');
    return { container, pid, startMs: Date.now() - began };
  } catch (error) {
    await removeContainer(outer, container.getId());
    unguard(container.getId());
    throw error;
  }
}

const socketOf = (folder: string): string => join(folder, 'docker.sock');

function roomOf(id: string, folder: string, furniture: DindFurniture, first: Started): CleanRoom {
  const { outer, plan } = furniture;
  let now = first;
  let closing: Promise<void> | undefined;
  let closeMs: number | undefined;
  const remove = async () => {
    await removeContainer(outer, now.container.getId());
    unguard(now.container.getId());
  };
  const lifetime = startLifetime(plan.limits.lifetimeMs, () => {
    // Without waiting for the outer engine: what runs in the room ends with its first process.
    thawContainer(now.container.getId());
    tryRunSync(['kill', '-KILL', String(now.pid)]);
  });
  const home = join(folder, 'home');
  const env = { DOCKER_HOST: `unix://${socketOf(folder)}`, DOCKER_CONFIG: join(folder, 'docker-config') };
  const enter = (argv: readonly string[]) => ['nsenter', `--net=/proc/${now.pid}/ns/net`, '--', ...argv];
  const close = () =>
    (closing ??= (async () => {
      const began = Date.now();
      lifetime.end();
      await remove();
      removeRoomFolder(folder);
      closeMs = Date.now() - began;
      await furniture.closed();
    })());
  return {
    id,
    kind: 'dind',
    dockerHost: env.DOCKER_HOST,
    get address() {
      return now.container.getHost();
    },
    env,
    home,
    get timings() {
      return { startMs: now.startMs, ...(closeMs !== undefined && { closeMs }) };
    },
    over: lifetime.over,
    enter,
    confine: (argv) => confined(now.pid, folder, argv),
    run: runIn({ home, settings: join(folder, 'settings'), env, enter }),
    publishedAt: (port) =>
      plan.ports.includes(port)
        ? { host: now.container.getHost(), port: now.container.getMappedPort(port) }
        : undefined,
    trouble: () => troubleIn(now.pid, lifetime.over.aborted, socketOf(folder)),
    stopEngine: (signal) => signalDockerd({ pid: now.pid }, signal),
    async startEngine() {
      await outer.must([
        'exec',
        '-d',
        now.container.getId(),
        'sh',
        '-c',
        'exec /vigie-engine > /proc/1/fd/1 2>&1',
      ]);
      await untilTrue(() => ping(socketOf(folder)), 60_000, 'The engine in the container does not answer.');
    },
    async reset() {
      await remove();
      await furnishFolder(folder);
      now = await start(id, folder, furniture);
      lifetime.restart();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** In the network and among the processes of the container, within its limits, with a view of the machine of its own. */
function confined(pid: number, folder: string, argv: readonly string[]): string[] {
  const entering = ['nsenter', `--target=${pid}`, '--net', '--pid', '--', 'unshare', '--mount'];
  const cgroups = studentCgroups(`/proc/${pid}/root`);
  return joining(cgroups, [...entering, 'sh', '-c', VIEW_SCRIPT, 'vigie-terminal', folder, ...argv]);
}

function troubleIn(pid: number, isOver: boolean, socket: string): Promise<RoomTrouble[]> {
  const inside = `/proc/${pid}/root`;
  return troubleOf({
    isOver,
    socket,
    disk: `${inside}/var/lib/docker`,
    cgroups: studentCgroups(inside),
  });
}

function studentCgroups(root: string): string[] {
  const mounts = readFileSync(`${root}/proc/1/mounts`, 'utf8').split('\n');
  return mounts.flatMap((line) => {
    const [, path = '', type = ''] = line.split(' ');
    return /^cgroup2?$/.test(type) ? [`${root}${path}/student`] : [];
  });
}
