import { caps } from '../evidence/caps';
import type { Limits } from './engine/engine';

const KiB = 1024;
const MiB = 1024 * KiB;

/**
 * What each reading may cost. Deadlines are far above what real engines need (measured medians: 1 to 140 ms, Podman up to 2 s), so
 * that only an engine that hangs meets them; caps bound what a student's containers can make us hold.
 */
export const limits = {
  /** Podman 4 needs two seconds for /version. */
  identify: { deadlineMs: 6_000, maxBytes: MiB },
  list: { deadlineMs: 8_000, maxBytes: 32 * MiB },
  inspect: { deadlineMs: 8_000, maxBytes: 4 * MiB },
  top: { deadlineMs: 5_000, maxBytes: 4 * MiB },
  events: { deadlineMs: 8_000, maxBytes: 8 * MiB },
  /** Read whole, to be searched; 20.10 sends a log of short lines at 1 MB/s. */
  logs: { deadlineMs: 15_000, maxBytes: 16 * MiB },
  /** Of the end of one that is longer. */
  logEnd: { deadlineMs: 8_000, maxBytes: MiB },
  /** Of a terminal's session, which is read to its end and kept short while it comes. */
  session: { deadlineMs: 15_000, maxBytes: 256 * MiB },
  archive: { deadlineMs: 10_000, maxBytes: 16 * MiB },
  /** Bytes of a package database: dpkg's has 0.1 to 5 MB, rpm's up to 40. */
  packages: 64 * MiB,
  execOutput: caps.execOutput,
  /** A registry host that drops packets makes the engine wait for 15 s. */
  registry: { deadlineMs: 20_000, maxBytes: MiB },
  content: { deadlineMs: 120_000, maxBytes: 16 * KiB * MiB },
  http: { deadlineMs: 5_000, maxBytes: 256 * KiB },
  connect: { deadlineMs: 3_000 },
  /** Text kept of a log or a file in the evidence. */
  text: caps.text,
} as const;

export const within = (limit: Limits, signal: AbortSignal): Limits => ({ ...limit, signal });
