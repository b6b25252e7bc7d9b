import type { Fault } from './fault';
import type { FactValue } from './facts';
import { factKey, type Request } from './request';

/** What was found, or why it could not be found out. */
export type Fact<T = unknown> = { readonly value: T } | { readonly fault: Fault };

/** What one look at a host found: plain JSON, enough to judge the labs again without the host. */
export interface Evidence {
  readonly vigie: 'evidence';
  readonly version: 1;
  /** Version of the grader that looked. */
  readonly grader: string;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly tookMs: number;
  readonly labs: readonly { readonly id: string; readonly hash: string }[];
  /** Where the engine was found; never holds credentials. */
  readonly endpoint: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** The fact that answers `request`; a fact that nobody collected is a fault, never a pass or a fail. */
export function look<R extends Request>(evidence: Evidence, request: R): Fact<FactValue<R['fact']>> {
  const key = factKey(request);
  const fact = Object.hasOwn(evidence.facts, key) ? evidence.facts[key] : undefined;
  if (fact === undefined) return { fault: { code: 'fact.not-collected', args: { key } } };
  // The key names the fact's kind, and collectors are typed by it.
  return fact as Fact<FactValue<R['fact']>>;
}
