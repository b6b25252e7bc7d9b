import type { Preferences } from '../collect/connect/find-endpoint';
import { homeFolder, thisWorld } from '../collect/connect/world';
import type { Evidence } from '../evidence/evidence';
import type { Fault } from '../evidence/fault';
import { openEventMemory } from '../state/event-memory';
import type { Result } from '../text/result';
import type { LoadedLabs } from './load-labs';
import { outsideOf } from './outside';
import { takeEvidence } from './take-evidence';

export interface LookOptions extends Preferences {
  /** The answers file, if it is not the one beside the lab. */
  readonly answers?: string;
  /** Told of a file that should hold what `watch` recorded and does not; grading goes on without it. */
  readonly onCorrupt?: (path: string) => void;
  /** Told once of a state folder that cannot be written. */
  readonly onUnwritten?: (folder: string) => void;
  /** As in `LookAt`; not called when there is no engine. */
  readonly onAsked?: () => void;
}

/** Looks at the host that this machine's docker CLI would talk to, with this user's memory of earlier looks. */
export function lookFromHere(
  labs: LoadedLabs,
  options: LookOptions,
  signal: AbortSignal,
): Promise<Result<Evidence, Fault>> {
  const { host, context, onAsked, onCorrupt, onUnwritten } = options;
  return takeEvidence({
    labs: labs.map(({ lab }) => lab),
    world: thisWorld(),
    preferences: { ...(host !== undefined && { host }), ...(context !== undefined && { context }) },
    memory: openEventMemory({
      env: process.env,
      home: homeFolder(),
      ...(onCorrupt && { onCorrupt }),
      ...(onUnwritten && { onUnwritten }),
    }),
    outside: outsideOf(labs, options.answers),
    signal,
    ...(onAsked && { onAsked }),
  });
}
