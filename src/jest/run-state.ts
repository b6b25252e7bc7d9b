import type { GradingRun } from './grading-run';
import type { SandboxPort } from './sandbox/port';
import type { Evidence } from '../evidence/evidence';
import type { TestRecord } from './test-record';

/** What the run has come to; Jest's environments, its runner and the CLI share it. */
export interface RunState {
  readonly run: GradingRun;
  /** Tests of hand-written graders, in the order in which they ended. */
  readonly tests: TestRecord[];
  /** Grader files that could not be run to their end. */
  readonly brokenFiles: BrokenFile[];
  /** Carried along as a function, so that the environment need not load what it is made of. */
  readonly openSandbox: (evidence: Evidence) => SandboxPort;
}
export interface BrokenFile {
  readonly file: string;
  readonly message: string;
}

// Jest requires the environment and the runner outside the sandbox, in this process, but as bundles of their own that each hold
// a copy of this module: only the global object is common to all.
const key = Symbol.for('vigie.run-state');
const holder = globalThis as { [key]?: Promise<RunState> | undefined };

/** Makes `state` the one that graders of this process report to, until `endRun`. */
export function beginRun(state: RunState): void {
  holder[key] = Promise.resolve(state);
}

/** The run of this process, if there is one yet. */
export const runStarted = (): Promise<RunState> | undefined => holder[key];

export function endRun(): void {
  holder[key] = undefined;
}

/** The run of this process; `start` makes one where Jest was called without the CLI, once whatever the number of files. */
export function currentState(start: () => Promise<RunState>): Promise<RunState> {
  return (holder[key] ??= start());
}
