import { setMaxListeners } from 'node:events';
import type { Evidence, Fact } from '../evidence/evidence';
import { factKey, type Request } from '../evidence/request';
import type { Plan, Poll } from '../plan/plan';
import type { Engine } from './engine/engine';
import { collectors } from './facts';
import type { EventMemory, Looking, Outside } from './looking';

export interface LookAt {
  readonly plan: Plan;
  readonly engine: Engine;
  readonly memory: EventMemory;
  readonly outside: Outside;
  /** Does this check pass with these facts? Asked only for checks that may wait (`within:`). */
  readonly holds: (poll: Poll, facts: Facts) => boolean;
  readonly grader: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
}
type Facts = Readonly<Record<string, Fact>>;

/** Between two tries of a check that may wait. */
const pollEveryMs = 250;

/** Runs a plan: everything independent at the same time, every request once. A fact that could not be had is a fault. */
export async function collect(work: LookAt): Promise<Evidence> {
  // Each request listens for it, and many are under way at once; node takes more than ten for a leak.
  setMaxListeners(0, work.signal);
  const started = work.now();
  const look = startLook(work);
  const entries = await Promise.all(
    hostRequests(work.plan).map(async (request) => [factKey(request), await look.ask(request)] as const),
  );
  const facts: Record<string, Fact> = Object.fromEntries(entries);
  await Promise.all(work.plan.polls.map((poll) => waitFor(poll, work, facts, started)));
  return {
    vigie: 'evidence',
    version: 1,
    grader: work.grader,
    takenAt: new Date(started).toISOString(),
    tookMs: work.now() - started,
    labs: work.plan.labs,
    endpoint: work.engine.endpoint.url,
    facts,
  };
}

/** One pass over the host: facts are asked for once and remembered for as long as the pass lasts. */
function startLook({ plan, engine, memory, outside, signal }: LookAt): Looking {
  const asked = new Map<string, Promise<Fact>>();
  const planned = new Map(plan.requests.map((request) => [factKey(request), request]));
  const looking: Looking = {
    engine,
    signal,
    memory,
    outside,
    ask: <R extends Request>(request: R) => {
      const key = factKey(request);
      let fact = asked.get(key);
      // The plan's own request asks for all that any check needs of this fact.
      if (!fact) asked.set(key, (fact = read(planned.get(key) ?? request, looking)));
      // The key names the fact's kind, and `collectors` is typed by it.
      return fact as ReturnType<typeof looking.ask<R>>;
    },
    eventsRead: async () => {
      if (planned.has('events')) await looking.ask({ fact: 'events' });
    },
  };
  return looking;
}

/** What the host is asked; the outcomes of hand-written graders are added when Jest has run them. */
const hostRequests = (plan: Plan): HostRequest[] =>
  plan.requests.filter((request) => request.fact !== 'jest');
type HostRequest = Exclude<Request, { readonly fact: 'jest' }>;

function read(request: Request, looking: Looking): Promise<Fact> {
  if (request.fact === 'jest') throw new Error(`"${request.title}" is Jest's to find out, not the host's.`);
  // TypeScript cannot tie the request's name to the collector of that name.
  const collector = collectors[request.fact] as (request: Request, looking: Looking) => Promise<Fact>;
  return collector(request, looking);
}

/** Asks again for what a check needs until it passes or its time is over; the last facts stay. */
async function waitFor(
  poll: Poll,
  work: LookAt,
  facts: Record<string, Fact>,
  started: number,
): Promise<void> {
  const wanted = new Set(poll.keys);
  const requests = work.plan.requests.filter(
    (request) => wanted.has(factKey(request)) && request.fact !== 'events',
  );
  while (!work.holds(poll, facts) && work.now() - started < poll.withinMs && !work.signal.aborted) {
    await pause(pollEveryMs, work.signal);
    const look = startLook({ ...work, plan: { ...work.plan, requests } });
    const fresh = await Promise.all(
      requests.map(async (request) => [factKey(request), await look.ask(request)] as const),
    );
    Object.assign(facts, Object.fromEntries(fresh));
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
