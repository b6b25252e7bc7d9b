import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import type { CommandOptions, CommandResult } from '../command';
import { runCommand } from '../command';
import { addressesOfSlot } from './address-plan';
import type { EngineSignal } from './engine';
import { signalDockerd, socketOf, startDockerd } from './engine';
import { allDeleted, startDeleting } from './deletions';
import { guard, unguard } from './exit-guard';
import type { RoomInit } from './namespaces';
import { CONTENTS, inNetworkOf, makeNamespaces } from './namespaces';
import { connectNetwork } from './network';
import type { RegistryOptions } from './registry';
import { REGISTRY_ADDRESS, startRegistry } from './registry';
import type { RoomRecord } from './room-record';
import { claimSlot, folderOf, giveUpContents, giveUpFolder } from './room-record';
import { stripRoom } from './strip-room';

/** A disposable engine on a host of its own: socket, network, images, containers are the room's and go with it. */
export interface CleanRoom extends AsyncDisposable {
  readonly id: string;
  /** `unix:///…`, reachable from the machine itself. */
  readonly dockerHost: string;
  /** The IPv4 address at which published ports answer when asked from outside the room, i.e. from the machine. */
  readonly address: string;
  /** What a command needs in its environment to use the room's engine and not the user's settings. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder of the room's own, the home of whoever sits at its terminal. */
  readonly home: string;
  /** Runs a command on the room's host, i.e. where `localhost` has the published ports. */
  run(argv: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** `argv` so that whoever runs it runs it in the room's network; the environment is the caller's to set. */
  enter(argv: readonly string[]): string[];
  /** Ends or suspends the engine, for tests of faults. */
  stopEngine(signal: EngineSignal): Promise<void>;
  /** Starts it again and waits until it answers. */
  startEngine(): Promise<void>;
  /** Removes everything in the room and gives a room like new, at the same addresses. */
  reset(): Promise<void>;
  /** Removes the room. May be called again. */
  close(): Promise<void>;
}

/** What is in a room. `registry` is also the engine's mirror, unless it is writable (then it is being filled). */
export interface RoomFurniture {
  readonly registry: RegistryOptions | undefined;
  readonly binaries: string | undefined;
  readonly store: 'classic' | 'containerd';
  readonly log: (line: string) => void;
  readonly signal: AbortSignal | undefined;
}

/** Opens a room with exactly this furniture. When that fails, nothing is left of it. */
export async function openRoom(furniture: RoomFurniture): Promise<CleanRoom> {
  const record = await claimSlot();
  guard(record);
  try {
    const start = await furnish(record, furniture);
    return roomOf(record, furniture, start);
  } catch (error) {
    await remove(record);
    throw error;
  }
}

interface Furnished {
  readonly init: RoomInit;
  readonly startEngine: () => Promise<void>;
}

async function furnish(record: RoomRecord, furniture: RoomFurniture): Promise<Furnished> {
  const { registry, binaries, store, log, signal } = furniture;
  const aborted = () => {
    if (signal?.aborted) throw new CleanRoomError('cleanroom.aborted', 'The clean room was called off.');
  };
  aborted();
  const began = Date.now();
  const init = await makeNamespaces(record);
  aborted();
  const mtu = await connectNetwork(record, init);
  const mirror = registry === undefined || registry.writable ? undefined : REGISTRY_ADDRESS;
  const startEngine = () => startDockerd(record, init, { mtu, mirror, binaries, store });
  // Both to their end, also when one fails: nothing may still be starting while the room is being removed.
  const starts = [startEngine(), ...(registry === undefined ? [] : [startRegistry(record, init, registry)])];
  const failure = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  aborted();
  log(`room ${record.id} answers at ${addressesOfSlot(record.slot).address} after ${Date.now() - began} ms`);
  return { init, startEngine };
}

function roomOf(record: RoomRecord, furniture: RoomFurniture, start: Furnished): CleanRoom {
  let now = start;
  let closing: Promise<void> | undefined;
  const folder = folderOf(record);
  const home = join(folder, 'home');
  const dockerHost = `unix://${socketOf(record)}`;
  const env = {
    DOCKER_HOST: dockerHost,
    DOCKER_CONFIG: join(folder, 'docker-config'),
    ...(furniture.binaries === undefined
      ? {}
      : { PATH: `${furniture.binaries}:${process.env['PATH'] ?? ''}` }),
  };
  const close = () => (closing ??= remove(record));
  return {
    id: record.id,
    dockerHost,
    address: addressesOfSlot(record.slot).address,
    env,
    home,
    enter: (argv) => inNetworkOf(record, argv),
    run: (argv, options = {}) =>
      runCommand(inNetworkOf(record, argv), {
        cwd: home,
        ...options,
        env: { ...withoutDockerSettings(process.env), HOME: home, ...env, ...options.env },
      }),
    stopEngine: (signal) => signalDockerd(now.init, signal),
    startEngine: () => now.startEngine(),
    async reset() {
      stripRoom(record);
      // Deleting what a lab left takes seconds; it goes on while the new engine starts and is used.
      startDeleting(giveUpContents(record.slot, CONTENTS));
      now = await furnish(record, furniture);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The user's DOCKER_HOST, DOCKER_CONTEXT, DOCKER_TLS… must not lead a command out of the room. */
function withoutDockerSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('DOCKER_')));
}

async function remove(record: RoomRecord): Promise<void> {
  stripRoom(record);
  startDeleting(giveUpFolder(record.slot));
  await allDeleted();
  unguard(record);
}
