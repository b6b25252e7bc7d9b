import type { Check, Lab } from '../../spec/lab';
import type { Host } from './host';
import type { MutantCode } from './codes';

/** A way for a host to be wrong, made for one check; `assertion`: made for this one of it, else for the check as a whole. */
export interface Wrong {
  readonly code: MutantCode;
  readonly assertion?: string;
  /** Which value or name the code is about. */
  readonly what?: string;
  readonly change: (host: Host) => Host;
}

/** What a kind's generator sees. */
export interface Target {
  readonly lab: Lab;
  readonly check: Check;
  /** The reference host, on which everything passes. */
  readonly host: Host;
}

/** Makes the wrong hosts of one kind of check; those that come out like the reference are dropped by whoever calls. */
export type Generator = (target: Target) => readonly Wrong[];

/** A wrong host, ready to be judged. */
export interface Mutant extends Omit<Wrong, 'change'> {
  readonly check: string;
  readonly host: Host;
  /** Keys of the facts that differ from the reference. */
  readonly changed: readonly string[];
}
