/** What one room may use at most; the engine itself has a little on top, so that it can still be asked. */
export interface RoomLimits {
  readonly memoryMb: number;
  /** Processors, also parts of one. */
  readonly cpus: number;
  /** Processes and threads. */
  readonly pids: number;
  /** Images, containers, volumes, logs and the home together. */
  readonly diskMb: number;
  /** From when it is ready, in milliseconds; then the room is ended, whatever runs in it. Without it, it lives as long as its owner. */
  readonly lifetimeMs?: number;
}

/** Enough for any lab of the course, and too little to harm a machine with 8 GB. */
export const DEFAULT_LIMITS: RoomLimits = { memoryMb: 4096, cpus: 2, pids: 2048, diskMb: 10_240 };

/** What the engine, the mirror and the shell of a room have beyond what the student's programs may take. */
export const HEADROOM = { memoryMb: 1024, pids: 512 } as const;
