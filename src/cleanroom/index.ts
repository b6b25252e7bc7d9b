import { chooseKind } from './choose-kind';
import type { CleanRoom, RoomKind } from './clean-room';
import { CleanRoomError } from './clean-room-error';
import { openInContainer } from './dind/dind-provider';
import { DOCKER_HUB, dockerHubAnswers } from './images/docker-hub';
import { newerEngine } from './images/newer-engine';
import { standInImages } from './images/stand-ins';
import { requireMachine } from './machine';
import type { Pool } from './pool';
import { fillPool } from './pool';
import { openHubMirror } from './room/hub-mirror';
import { removeLeftovers } from './room/ending/leftovers';
import type { RoomLimits } from './room/limits';
import { DEFAULT_LIMITS } from './room/limits';
import type { NetworkUse } from './room/network/network-policy';
import type { RoomFurniture } from './room/open-room';
import { openRoom } from './room/open-room';
import { shared } from './shared';
import type { OnStep } from './step';

export { chooseKind } from './choose-kind';
export type { KindChoice } from './choose-kind';
export type { CleanRoom, RoomKind } from './clean-room';
export { CleanRoomError } from './clean-room-error';
export { textOfCleanRoomError } from './error-text';
export { runCommand } from './command';
export { prepareMachine } from './machine';
export { fillPool } from './pool';
export type { Pool } from './pool';
export { removeLeftovers } from './room/ending/leftovers';
export type { RoomLimits } from './room/limits';
export type { NetworkUse } from './room/network/network-policy';
export { stepText, type OnStep, type Step } from './step';
export type { RoomTrouble } from './room/trouble';
export { parseSession } from './sessions/parse-session';
export { describeItem, playSession } from './sessions/play-session';
export type { Transcript } from './sessions/play-session';
export { sessionProblemText } from './sessions/problem';
export type { Session, SessionProblem } from './sessions/session';

/** How a clean room is opened; every field may be left out. */
export interface CleanRoomOptions {
  /** A dockerd of our own, or one in a container; what this machine can have when left out, see `chooseKind`. */
  readonly kind?: RoomKind;
  /** Which image store the engine has: the classic one (the machine's own dockerd) or containerd's (a newer dockerd). Private rooms only. */
  readonly store?: 'classic' | 'containerd';
  /** The image of a room in a container; `docker:28-dind`, or its stand-in, when left out. */
  readonly image?: string;
  /** Ports that a room in a container publishes on the outer engine, each at a port of that engine's choice. */
  readonly ports?: readonly number[];
  /** The URL of Docker Hub for private rooms; the real one, or stand-ins where it does not answer, when left out. */
  readonly hub?: string;
  /** What the room may use; `DEFAULT_LIMITS` for what is left out. */
  readonly limits?: Partial<RoomLimits>;
  /** What it reaches besides its mirror; everything when left out. */
  readonly network?: readonly NetworkUse[];
  /** Told what takes long. */
  readonly onStep?: OnStep;
  readonly signal?: AbortSignal;
}

/**
 * Opens a room whose engine pulls real images from Docker Hub, or stand-ins where Docker Hub does not answer.
 * Rooms of dead owners are removed first. Rejects with a `CleanRoomError`.
 */
export async function openCleanRoom(options: CleanRoomOptions = {}): Promise<CleanRoom> {
  const { kind, detail } = await chooseKind(options.kind);
  switch (kind) {
    case 'private':
      return openPrivate(options);
    case 'dind':
      return openInContainer({
        image: options.image,
        ports: options.ports ?? [80],
        network: options.network,
        limits: limitsOf(options),
        onStep: options.onStep ?? ignore,
        signal: options.signal,
      });
    case undefined:
      throw new CleanRoomError('cleanroom.missing-program', detail);
  }
}

async function openPrivate(options: CleanRoomOptions): Promise<CleanRoom> {
  const onStep = options.onStep ?? ignore;
  requireMachine();
  await removeLeftovers();
  if (options.hub !== undefined || (await dockerHubAnswers())) return openWithHub(options);
  const registry = { storage: await standInImages(onStep), writable: false };
  return openRoom({ ...(await furnitureOf(options)), registry });
}

/** All rooms of this process have one mirror, so that nothing comes from Docker Hub twice. */
const hubMirror = shared(openHubMirror, (mirror) => mirror.close());

async function openWithHub(options: CleanRoomOptions): Promise<CleanRoom> {
  const { address } = await hubMirror.take(options.hub ?? DOCKER_HUB);
  try {
    const furniture = await furnitureOf(options);
    return await openRoom({ ...furniture, registry: undefined, mirror: address, closed: hubMirror.giveBack });
  } catch (error) {
    await hubMirror.giveBack();
    throw error;
  }
}

async function furnitureOf(options: CleanRoomOptions): Promise<Omit<RoomFurniture, 'registry'>> {
  const store = options.store ?? 'classic';
  const binaries = store === 'classic' ? undefined : await newerEngine(options.onStep ?? ignore);
  const { network, signal } = options;
  return { binaries, store, limits: limitsOf(options), network, signal };
}

const ignore = (): void => undefined;
const limitsOf = ({ limits }: CleanRoomOptions): RoomLimits => ({ ...DEFAULT_LIMITS, ...limits });

/** Gives back a room like new: no containers, images, volumes, networks, events, nor processes of earlier sessions. */
export async function resetRoom(room: CleanRoom): Promise<void> {
  await room.reset();
}

/** How many rooms a pool keeps ready, what is in them, and how they are opened. */
export interface PoolOptions extends CleanRoomOptions {
  readonly warm: number;
  /** Images that each room has before it is given out. */
  readonly images?: readonly string[];
}

/** Rooms that are ready before they are asked for: one a submission, never shared. A room that cannot be had rejects the `take` that would have had it. */
export function openPool({ warm, images = [], ...options }: PoolOptions): Pool {
  return fillPool({ warm, images, open: () => openCleanRoom(options) });
}
