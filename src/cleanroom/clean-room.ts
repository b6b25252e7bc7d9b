import type { CommandOptions, CommandResult } from './command';
import type { EngineSignal } from './room/engine';
import type { RoomTrouble } from './room/trouble';

/** How a room's engine is had: a dockerd of our own, or one in a container of an engine that is already there. */
export type RoomKind = 'private' | 'dind';

/** In milliseconds; what has not happened yet is not there. */
export interface RoomTimings {
  /** From asking for the room to its engine answering; the last time, when it was made like new since. */
  readonly startMs: number;
  /** From asking for its removal to nothing being left. */
  readonly closeMs?: number;
}

/** A disposable engine on a host of its own: socket, network, images, containers are the room's and go with it. */
export interface CleanRoom extends AsyncDisposable {
  readonly id: string;
  readonly kind: RoomKind;
  /** `unix:///…`, reachable from the machine itself. */
  readonly dockerHost: string;
  /** The IPv4 address at which published ports answer when asked from outside the room, i.e. from the machine. */
  readonly address: string;
  /** What a command needs in its environment to use the room's engine and not the user's settings. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder of the room's own, the home of whoever sits at its terminal. */
  readonly home: string;
  readonly timings: RoomTimings;
  /** Aborted when the room's lifetime is over: by then all that ran in it is being ended. */
  readonly over: AbortSignal;
  /** Runs a command of ours on the room's host, i.e. where `localhost` has the published ports; with the machine's files, and none of the student's settings. */
  run(argv: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** `argv` so that whoever runs it runs it in the room's network; the environment is the caller's to set. */
  enter(argv: readonly string[]): string[];
  /**
   * `argv` so that it runs as what a student types: within the room's limits, and seeing of the machine only its programs and the room's
   * home, where it starts. The environment is the caller's to set.
   */
  confine(argv: readonly string[]): string[];
  /** Where a port that a container publishes answers when asked from the machine; `undefined` when it cannot be reached from there. */
  publishedAt(port: number): { readonly host: string; readonly port: number } | undefined;
  /** What went wrong with the room itself, whatever became of the commands in it. Never rejects. */
  trouble(): Promise<readonly RoomTrouble[]>;
  /** Ends or suspends the engine, for tests of faults. */
  stopEngine(signal: EngineSignal): Promise<void>;
  /** Starts it again and waits until it answers. */
  startEngine(): Promise<void>;
  /** Removes everything in the room and gives a room like new, at the same addresses. */
  reset(): Promise<void>;
  /** Removes the room. May be called again. */
  close(): Promise<void>;
}
