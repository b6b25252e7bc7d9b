import { dockerHubAnswers } from './images/docker-hub';
import { newerEngine } from './images/newer-engine';
import { standInImages } from './images/stand-ins';
import { requireMachine } from './machine';
import { removeLeftovers } from './room/leftovers';
import type { CleanRoom } from './room/open-room';
import { openRoom } from './room/open-room';

export { CleanRoomError } from './clean-room-error';
export { prepareMachine } from './machine';
export { removeLeftovers } from './room/leftovers';
export type { CleanRoom } from './room/open-room';
export { parseSession } from './sessions/parse-session';
export { describeItem, playSession } from './sessions/play-session';
export type { Transcript } from './sessions/play-session';
export { sessionProblemText } from './sessions/problem';
export type { Session, SessionItem, SessionProblem } from './sessions/session';

/** How a clean room is opened; every field may be left out. */
export interface CleanRoomOptions {
  /** Which image store the engine has: the classic one (the machine's own dockerd) or containerd's (a newer dockerd). */
  readonly store?: 'classic' | 'containerd';
  /** Told what takes long, one line at a time. */
  readonly log?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Opens a room with a private engine that pulls real images from Docker Hub, or stand-ins where Docker Hub does not answer.
 * Rooms of dead owners are removed first. Rejects with a `CleanRoomError`.
 */
export async function openCleanRoom(options: CleanRoomOptions = {}): Promise<CleanRoom> {
  const log = options.log ?? (() => undefined);
  requireMachine();
  await removeLeftovers();
  const registry = (await dockerHubAnswers())
    ? undefined
    : { storage: await standInImages(log), writable: false };
  const store = options.store ?? 'classic';
  const binaries = store === 'classic' ? undefined : await newerEngine(log);
  return openRoom({ registry, binaries, store, log, signal: options.signal });
}

/** Gives back a room like new: no containers, images, volumes, networks, events, nor processes of earlier sessions. */
export async function resetRoom(room: CleanRoom): Promise<void> {
  await room.reset();
}
