import type { Fact } from '../evidence/evidence';
import { factKey, type Request } from '../evidence/request';
import type { Engine } from './engine/engine';
import { markCalls } from './events/mark-calls';
import { collectors } from './facts';
import type { EventMemory, Looking, Outside } from './looking';
import type { Turns } from './network/turns';

/** What one look works with. */
export interface LookTools {
  /** All that any check needs of each fact, by the fact's key. */
  readonly planned: ReadonlyMap<string, Request>;
  readonly engine: Engine;
  readonly memory: EventMemory;
  readonly outside: Outside;
  readonly signal: AbortSignal;
  readonly turns: Turns;
}

/**
 * One look at the host. `once`: a fact is asked for once and remembered as long as the look lasts. `fresh`: it is asked for again whenever it
 * is wanted again, but whoever wants it while it is under way shares it.
 */
export function startLook(tools: LookTools, mode: 'once' | 'fresh'): Looking {
  const { planned, engine, memory, outside, signal, turns } = tools;
  const asked = new Map<string, Promise<Fact>>();
  const owning = markCalls({
    engine,
    signal,
    owning: memory.owning,
    recordsMarks: async () => {
      const fact = await looking.ask({ fact: 'engine' });
      return !('value' in fact) || fact.value.flavour === 'docker';
    },
  });
  const looking: Looking = {
    engine,
    signal,
    memory: { ...memory, owning },
    outside,
    turns,
    ask: <R extends Request>(request: R) => {
      const key = factKey(request);
      let fact = asked.get(key);
      if (!fact) {
        // The plan's own request asks for all that any check needs of this fact.
        fact = read(planned.get(key) ?? request, looking);
        asked.set(key, fact);
        const forget = () => void asked.delete(key);
        if (mode === 'fresh') fact.then(forget, forget);
      }
      // The key names the fact's kind, and `collectors` is typed by it.
      return fact as ReturnType<typeof looking.ask<R>>;
    },
    eventsRead: async () => {
      if (mode === 'once' && planned.has('events')) await looking.ask({ fact: 'events' });
    },
    pagesRead: async () => {
      const pages = mode === 'once' ? [...planned.values()].filter(({ fact }) => fact === 'http') : [];
      await Promise.all(pages.map((page) => looking.ask(page)));
    },
  };
  return looking;
}

function read(request: Request, looking: Looking): Promise<Fact> {
  if (request.fact === 'jest') throw new Error(`"${request.title}" is Jest's to find out, not the host's.`);
  // TypeScript cannot tie the request's name to the collector of that name.
  const collector = collectors[request.fact] as (request: Request, looking: Looking) => Promise<Fact>;
  return collector(request, looking);
}
