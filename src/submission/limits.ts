import type { RoomLimits } from '../cleanroom';

/** In milliseconds. */
export const times = {
  /** A line may install packages on a busy machine. */
  line: 4 * 60_000,
  /** A whole lab is typed and run in less than this; whoever grades may say otherwise. */
  replay: 10 * 60_000,
  /** Long enough for every wait of a lab. */
  look: 5 * 60_000,
  /** Putting files into the room, hanging up, asking what trouble it had. */
  besides: 3 * 60_000,
} as const;

/** What a replay may be given, in milliseconds: timers go no further than 24 days. */
export const replayBounds = { least: 1000, most: 24 * 3_600_000 } as const;

/** For how long a submission has its room at most, in milliseconds, when its replay may take this long. */
export const turnOf = (replayMs: number): number => replayMs + times.look + times.besides;

/** What a submission may use: several times what a lab of the course takes, and less than a small machine has. */
export const roomOfSubmission: Omit<RoomLimits, 'lifetimeMs'> = {
  memoryMb: 2048,
  cpus: 2,
  pids: 512,
  diskMb: 4096,
};
