import { freeFromFreezer } from '../cgroups';
import { kill, sleepSync } from './processes';
import { processesOf } from './room-processes';

const DEADLINE_MS = 10_000;

/**
 * Ends all that runs in a room; `false` when something is left after ten seconds. Whoever holds others frozen (with cgroup v1 that keeps them from obeying
 * SIGKILL) is killed first, and what it froze is let go then: over and over, since both may have started more meanwhile. Blocks, so that it can run while the owner exits.
 */
export function endAll(room: { readonly slot: number }): boolean {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const left = processesOf(room);
    if (left.length === 0) return true;
    if (Date.now() > deadline) return false;
    left.forEach(kill);
    freeFromFreezer(
      room,
      left.map(({ pid }) => pid),
    );
    sleepSync(10);
  }
}
