import { setMaxListeners } from 'node:events';
import { collect, type LookAt } from '../collect/collect';
import { explainUnreachable } from '../collect/connect/explain-unreachable';
import { findEndpoint, type Preferences } from '../collect/connect/find-endpoint';
import type { World } from '../collect/connect/world';
import { openEngine } from '../collect/engine/open-engine';
import { lostEngine } from '../collect/lost-engine';
import type { EventMemory, Outside } from '../collect/looking';
import type { Evidence } from '../evidence/evidence';
import type { Fault, FaultCode } from '../evidence/fault';
import { makePlan, type Plan } from '../plan/plan';
import type { Lab } from '../spec/lab';
import { err, ok, type Result } from '../text/result';
import { checkHolds } from './check-holds';
import { graderVersion } from './version';

/** From where a host is looked at, and with what. */
export interface Viewpoint {
  readonly world: World;
  readonly preferences: Preferences;
  readonly memory: EventMemory;
  readonly outside: Outside;
  readonly signal: AbortSignal;
  /** As in `LookAt`; not called when no engine is found. */
  readonly onAsked?: () => void;
}

export interface Look extends Viewpoint {
  readonly labs: readonly Lab[];
}

/** Faults with which the engine was never reached: there is nothing to judge. */
const neverReached: ReadonlySet<FaultCode> = new Set([
  'engine.socket-absent',
  'engine.permission-denied',
  'engine.refused',
  'engine.not-answering',
  'engine.host-unresolved',
  'engine.unreachable',
  'engine.tls-refused',
  'engine.tls-files',
  'engine.ssh-failed',
  'engine.too-old',
]);

/** Looks at the host once for all labs. The fault: no engine could be asked, or not to the end. */
export const takeEvidence = (look: Look): Promise<Result<Evidence, Fault>> =>
  carryOut(makePlan(look.labs), look, (poll, facts) => checkHolds(look.labs, poll, facts));

/** Finds the engine, carries out a plan, and lets go of the engine. */
export async function carryOut(
  plan: Plan,
  look: Viewpoint,
  holds: LookAt['holds'],
): Promise<Result<Evidence, Fault>> {
  const endpoint = findEndpoint(look.world, look.preferences);
  if ('code' in endpoint) return err(endpoint);
  const engine = openEngine(endpoint);
  // Every request under way listens for the end of the look; node takes more than ten listeners for a leak.
  setMaxListeners(0, look.signal);
  try {
    const evidence = await collect({
      plan,
      engine,
      memory: look.memory,
      outside: look.outside,
      holds,
      grader: graderVersion,
      now: Date.now,
      signal: look.signal,
      ...(look.onAsked && { onAsked: look.onAsked }),
    });
    const identity = evidence.facts['engine'];
    if (identity && 'fault' in identity && neverReached.has(identity.fault.code))
      return err(await explainUnreachable(look.world, endpoint, identity.fault));
    const lost = await lostEngine(endpoint, look.signal);
    return lost ? err(lost) : ok(evidence);
  } finally {
    engine.close();
  }
}
