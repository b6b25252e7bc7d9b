import type { Evidence, Fact } from '../evidence/evidence';
import { factKey, type Request } from '../evidence/request';
import type { Plan, Poll } from '../plan/plan';
import type { Engine } from './engine/engine';
import type { EventMemory, Looking, Outside } from './looking';
import { takeTurns } from './network/turns';
import { startLook } from './start-look';
import { waitFor } from './wait-for';

export interface LookAt {
  readonly plan: Plan;
  readonly engine: Engine;
  readonly memory: EventMemory;
  readonly outside: Outside;
  /** Does this check pass with these facts? Asked only for checks that may wait (`within:`). */
  readonly holds: (poll: Poll, facts: Readonly<Record<string, Fact>>) => boolean;
  readonly grader: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Called when the questions that take an engine long are about to leave. */
  readonly onAsked?: () => void;
}

/** Runs a plan: everything independent at the same time, every request once. A fact that could not be had is a fault. */
export async function collect(work: LookAt): Promise<Evidence> {
  const { plan, engine, now } = work;
  const startedAt = now();
  const facts = await readFacts(work, startedAt);
  return {
    vigie: 'evidence',
    version: 1,
    grader: work.grader,
    takenAt: new Date(startedAt).toISOString(),
    tookMs: now() - startedAt,
    labs: plan.labs,
    endpoint: engine.endpoint.url,
    facts,
  };
}

async function readFacts(work: LookAt, startedAt: number): Promise<Record<string, Fact>> {
  const { plan, holds, now, onAsked } = work;
  // What the host is asked; the outcomes of hand-written graders are added when Jest has run them.
  const requests = new Map(
    plan.requests.filter(({ fact }) => fact !== 'jest').map((request) => [factKey(request), request]),
  );
  const tools = { ...work, planned: requests, turns: takeTurns() };
  const look = startLook(tools, 'once');
  const again = startLook(tools, 'fresh');
  const found = new Map<string, Promise<void>>();
  // In the order of the plan, whatever comes first: the same host gives the same bytes.
  const facts: Record<string, Fact> = Object.fromEntries(
    [...requests.keys()].map((key) => [key, unanswered]),
  );
  for (const [key, request] of requests)
    found.set(
      key,
      look.ask(request).then((fact) => void (facts[key] = fact)),
    );
  if (onAsked) void tellWhenAsked(look, requests, onAsked);
  const waits = plan.polls.map(async (poll) => {
    const own = poll.keys.flatMap((key) => requests.get(key) ?? []);
    // As soon as its own facts are there: nothing else that is slow takes of its time.
    await Promise.all(own.flatMap((request) => found.get(factKey(request)) ?? []));
    const changing: Request[] = own.filter(({ fact }) => fact !== 'events');
    await waitFor({ poll, requests: changing, look: again, facts, holds, now, startedAt });
  });
  await Promise.all([...found.values(), ...waits]);
  return facts;
}

/**
 * What is slow waits for these: `top`, `exec` and archives for the events, the registry for which engine it is. Without an engine there is nothing
 * to tell.
 */
async function tellWhenAsked(
  look: Looking,
  planned: ReadonlyMap<string, Request>,
  onAsked: () => void,
): Promise<void> {
  const needsEngine = [...planned.values()].some(({ fact }) =>
    ['registry', 'made-from', 'content'].includes(fact),
  );
  const first = await Promise.all([
    ...(planned.has('events') ? [look.ask({ fact: 'events' })] : []),
    ...(needsEngine ? [look.ask({ fact: 'engine' })] : []),
  ]);
  if (first.every((fact) => 'value' in fact)) onAsked();
}

/** Stands in the place of a fact until its answer comes. */
const unanswered: Fact = { fault: { code: 'cancelled', args: { call: '' } } };
