import type { EngineEvent } from '../evidence/docker';
import type { Fact } from '../evidence/evidence';
import type { FactName, FactValue } from '../evidence/facts';
import type { Request, RequestOf } from '../evidence/request';
import type { Engine } from './engine/engine';

/** One look at a host: what every collector works with. */
export interface Looking {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** Another fact of the same look; whoever asks, the host is asked once. */
  readonly ask: <R extends Request>(request: R) => Promise<Fact<FactValue<R['fact']>>>;
  /**
   * To be awaited before any call that the engine records as an event (`top`, `exec`, `archive`): the engine keeps few events, and
   * ours must neither push the student's out nor be taken for them.
   */
  readonly eventsRead: () => Promise<void>;
  /** What the last `watch` recorded of this engine, and which recorded events were our own. */
  readonly memory: EventMemory;
  readonly outside: Outside;
}

/** Events that are remembered between runs, by engine. */
export interface EventMemory {
  /** Oldest first. `since`: from when on the recording has no gap, in seconds. */
  readonly recorded: (engineId: string) => Promise<{
    readonly events: readonly (EngineEvent & { readonly own: boolean })[];
    readonly since: number | null;
  }>;
  /** Notes that Vigie itself is about to cause events of `action` on this container. */
  readonly owning: <T>(container: string, action: OwnAction, call: () => Promise<T>) => Promise<T>;
}
export type OwnAction = 'top' | 'exec' | 'archive-path';

/** What is neither in the engine nor in its containers. */
export interface Outside {
  /** What the student answered to a lab's question; `null` if nothing yet. */
  readonly answer: (lab: string, question: string) => Promise<Fact<string | null>>;
}

export type { RequestOf } from '../evidence/request';

/** Facts that are had from the host; the outcomes of hand-written graders come from Jest, later. */
export type HostFact = Exclude<FactName, 'jest'>;

/** Reads one kind of fact. Never throws for expected trouble: that is a fault. */
export type Collector<N extends FactName> = (
  request: RequestOf<N>,
  looking: Looking,
) => Promise<Fact<FactValue<N>>>;
