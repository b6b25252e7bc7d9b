import type { EngineEvent } from '../evidence/docker';
import type { Fact } from '../evidence/evidence';
import type { Fault } from '../evidence/fault';
import type { AnswerFact, FactName, FactValue } from '../evidence/facts';
import type { Request, RequestOf } from '../evidence/request';
import type { Engine } from './engine/engine';
import type { Turns } from './network/turns';

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
  /** To be awaited before a port is tried: a page that came from it shows more, and costs its server no connection. */
  readonly pagesRead: () => Promise<void>;
  /** At the servers of students, for all looks of one run. */
  readonly turns: Turns;
  /** What the last `watch` recorded of this engine, and which recorded events were our own. */
  readonly memory: EventMemory;
  readonly outside: Outside;
}

/** What is remembered between runs: what `watch` recorded, and which calls that the engine records were our own. */
export interface EventMemory {
  /** What `watch` recorded of the engine at this endpoint; `null` without a recording. */
  readonly recording: (endpoint: string) => Recording | null;
  readonly ownCalls: () => readonly OwnCall[];
  /** What earlier looks saw; absent where nothing is remembered. */
  readonly seen?: SeenEvents;
  /**
   * Runs a call of ours that makes the engine emit events of `action` on this container, and remembers when. `unanswered`: what to say where the
   * engine does not even answer what comes before it; else the call is tried all the same.
   */
  readonly owning: <T>(
    container: string,
    action: OwnAction,
    call: () => Promise<T>,
    unanswered?: (fault: Fault) => T,
  ) => Promise<T>;
}

/** What earlier looks saw of each engine, so that it stays seen when the engine has forgotten it. */
export interface SeenEvents {
  readonly read: (engineId: string) => readonly Recording[];
  /** In place of all that was read of the same engine before. */
  readonly keep: (recording: Recording) => void;
}

export interface Recording {
  /** Of the engine that was recorded: another one may stand at the same endpoint now. */
  readonly engineId: string;
  /** Seconds since the epoch between which nothing was missed. */
  readonly since: number;
  readonly until: number;
  /** Oldest first. */
  readonly events: readonly EngineEvent[];
}

/** Events of `action` on `container` between these two times (milliseconds since the epoch) are ours. */
export interface OwnCall {
  readonly container: string;
  readonly action: OwnAction;
  readonly from: number;
  readonly to: number;
}
/** As the engine names it; an exec with its command line, by which it is told from a student's. */
export type OwnAction = 'top' | 'archive-path' | `exec_create: ${string}`;

/** What is neither in the engine nor in its containers. */
export interface Outside {
  /** What the student answered to a lab's question. */
  readonly answer: (lab: string, question: string) => Promise<Fact<AnswerFact>>;
}

export type { RequestOf } from '../evidence/request';

/** Facts that are had from the host; the outcomes of hand-written graders come from Jest, later. */
export type HostFact = Exclude<FactName, 'jest'>;

/** Reads one kind of fact. Never throws for expected trouble: that is a fault. */
export type Collector<N extends FactName> = (
  request: RequestOf<N>,
  looking: Looking,
) => Promise<Fact<FactValue<N>>>;
