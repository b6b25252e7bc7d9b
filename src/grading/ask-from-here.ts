import type { Preferences } from '../collect/connect/find-endpoint';
import { homeFolder, thisWorld } from '../collect/connect/world';
import type { Evidence } from '../evidence/evidence';
import type { Fault } from '../evidence/fault';
import type { Request } from '../evidence/request';
import { mergeRequests } from '../plan/merge';
import { openEventMemory } from '../state/event-memory';
import type { Result } from '../text/result';
import { outsideOf } from './outside';
import { carryOut } from './take-evidence';

/** Asks the host that this machine's docker CLI would talk to for some facts, without any lab. */
export function askFromHere(
  requests: readonly Request[],
  preferences: Preferences,
  signal: AbortSignal,
): Promise<Result<Evidence, Fault>> {
  return carryOut(
    { labs: [], requests: mergeRequests([{ fact: 'engine' }, ...requests]), polls: [] },
    {
      world: thisWorld(),
      preferences,
      memory: openEventMemory({ env: process.env, home: homeFolder() }),
      outside: outsideOf([]),
      signal,
    },
    () => true,
  );
}
