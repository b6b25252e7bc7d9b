/** Faults of the engine's memory of what happened. */
export interface EventFaults {
  /**
   * What was asked for was not seen, and the engine may have forgotten it. `flushed`: it keeps its last 256 events, and newer ones pushed the older out (a
   * health check does that in minutes). `restarted`: it was started anew since. `unknown`: nothing tells how far back to look. `overlap`: it was seen, and may
   * have come from a reading of Vigie's that was broken off, or from Podman's own `run`.
   * Remedy: do it again while `npm run watch` records, or just before grading.
   */
  'events.window': { reason: 'flushed' | 'restarted' | 'unknown' | 'overlap' };
  /** This kind of engine never records what `command` does. */
  'events.not-recorded': { engine: string; command: string };
}
