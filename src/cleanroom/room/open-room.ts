import type { CleanRoom } from '../clean-room';
import { CleanRoomError } from '../clean-room-error';
import { addressesOfSlot } from './network/address-plan';
import { cgroupsOf } from './cgroups';
import { startDeleting } from './ending/deletions';
import { DISK_FILE, diskOf } from './disk';
import { signalDockerd, socketOf, startDockerd } from './engine';
import { startLifetime } from './ending/lifetime';
import type { RoomLimits } from './limits';
import { DEFAULT_LIMITS } from './limits';
import type { RoomInit } from './namespaces';
import { asStudent, contentOf, inNetworkOf, makeNamespaces } from './namespaces';
import { connectNetwork } from './network/network';
import type { NetworkUse } from './network/network-policy';
import type { RegistryOptions } from './registry';
import { REGISTRY_ADDRESS, startRegistry } from './registry';
import type { RoomRecord } from './room-record';
import { emptyRoom, endRoom, guardRoom, removeRoom } from './ending/remove-room';
import { claimSlot, giveUpContents } from './room-record';
import { runIn } from './run-in';
import { settingsOf } from './settings';
import { troubleOf } from './trouble';

export type { CleanRoom } from '../clean-room';

/** What is in a room. `registry` is also the engine's mirror, unless it is writable (then it is being filled). */
export interface RoomFurniture {
  readonly registry: RegistryOptions | undefined;
  /** `<address>:<port>` of a mirror that is another room. */
  readonly mirror?: string | undefined;
  readonly binaries: string | undefined;
  readonly store: 'classic' | 'containerd';
  readonly limits?: RoomLimits | undefined;
  /** What the room reaches besides its mirror; everything when left out. */
  readonly network?: readonly NetworkUse[] | undefined;
  readonly signal: AbortSignal | undefined;
  /** Called once the room is gone. */
  readonly closed?: () => Promise<void>;
}

/** Opens a room with exactly this furniture. When that fails, nothing is left of it. */
export async function openRoom(furniture: RoomFurniture): Promise<CleanRoom> {
  const record = await claimSlot();
  guardRoom(record);
  try {
    const start = await furnish(record, furniture);
    return roomOf(record, furniture, start);
  } catch (error) {
    await removeRoom(record);
    throw error;
  }
}

interface Furnished {
  readonly init: RoomInit;
  readonly startEngine: () => Promise<void>;
  readonly startMs: number;
}

async function furnish(record: RoomRecord, furniture: RoomFurniture): Promise<Furnished> {
  const { registry, binaries, store, limits = DEFAULT_LIMITS, signal } = furniture;
  const aborted = () => {
    if (signal?.aborted) throw new CleanRoomError('cleanroom.aborted', 'The clean room was called off.');
  };
  aborted();
  const began = Date.now();
  const programs = binaries === undefined ? [] : binaries.split(':');
  const storage = registry === undefined || registry.writable ? [] : [registry.storage];
  const init = await makeNamespaces(record, { limits, readable: [...programs, ...storage] });
  aborted();
  const mtu = await connectNetwork(record, init, { allowed: furniture.network, mirror: furniture.mirror });
  const mirror = registry?.writable === false ? REGISTRY_ADDRESS : furniture.mirror;
  const startEngine = () => startDockerd(record, init, { mtu, mirror, binaries, store });
  // Both to their end, also when one fails: nothing may still be starting while the room is being removed.
  const starts = [startEngine(), ...(registry === undefined ? [] : [startRegistry(record, init, registry)])];
  const failure = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  aborted();
  return { init, startEngine, startMs: Date.now() - began };
}

function roomOf(record: RoomRecord, furniture: RoomFurniture, start: Furnished): CleanRoom {
  let now = start;
  let closing: Promise<void> | undefined;
  let closeMs: number | undefined;
  const { limits = DEFAULT_LIMITS } = furniture;
  const lifetime = startLifetime(limits.lifetimeMs, () => {
    endRoom(record);
  });
  const home = contentOf(record, 'home');
  const { address } = addressesOfSlot(record.slot);
  const path = process.env['PATH'] ?? '';
  const env = {
    DOCKER_HOST: `unix://${socketOf(record)}`,
    DOCKER_CONFIG: contentOf(record, 'docker-config'),
    ...(furniture.binaries === undefined ? {} : { PATH: `${furniture.binaries}:${path}` }),
  };
  const close = () =>
    (closing ??= (async () => {
      const began = Date.now();
      lifetime.end();
      try {
        await removeRoom(record);
        closeMs = Date.now() - began;
      } finally {
        await furniture.closed?.();
      }
    })());
  return {
    id: record.id,
    kind: 'private',
    dockerHost: env.DOCKER_HOST,
    address,
    env,
    home,
    get timings() {
      return { startMs: now.startMs, ...(closeMs !== undefined && { closeMs }) };
    },
    over: lifetime.over,
    enter: (argv) => inNetworkOf(record, argv),
    confine: (argv) => asStudent(record, now.init, argv),
    run: runIn({ home, settings: settingsOf(record), env, enter: (argv) => inNetworkOf(record, argv) }),
    publishedAt: (port) => ({ host: address, port }),
    trouble: () =>
      troubleOf({
        isOver: lifetime.over.aborted,
        socket: socketOf(record),
        disk: now.init.hasDisk ? diskOf(record) : undefined,
        cgroups: cgroupsOf(record, 'student'),
      }),
    stopEngine: (signal) => signalDockerd(now.init, signal),
    startEngine: () => now.startEngine(),
    async reset() {
      emptyRoom(record);
      // Deleting what a lab left may take seconds; it goes on while the new engine starts and is used.
      startDeleting(giveUpContents(record.slot, [DISK_FILE, 'disk', 'settings']));
      now = await furnish(record, furniture);
      lifetime.restart();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
