import { collectors } from '../../src/collect/facts';
import type {
  Answer,
  Body,
  BodyKind,
  BodyStream,
  Call,
  Engine,
  Limits,
} from '../../src/collect/engine/engine';
import type { Looking } from '../../src/collect/looking';
import { takeTurns } from '../../src/collect/network/turns';
import type { Fact } from '../../src/evidence/evidence';
import { fault, type Fault } from '../../src/evidence/fault';
import { factKey } from '../../src/evidence/request';
import type { Json } from '../../src/text/json';
import { wholeAnswer } from './whole-answer';

/**
 * What the engine answers to a path; a Buffer is streamed in chunks of `chunk` bytes, up to what the caller takes. `ends`: what ends it too early.
 * `tail`: what it answers to who asks for the end only.
 */
export type Canned =
  | { readonly status: number; readonly body: Json }
  | { readonly stream: Buffer; readonly chunk?: number; readonly ends?: Fault; readonly tail?: Canned }
  | { readonly fault: Fault };

export interface FakeHost {
  readonly looking: Looking;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/**
 * A host whose engine gives canned answers, for what no real one can be made to do on demand. The engine tests of the same collectors keep the answers honest.
 * `facts`: facts that are not asked for, by key.
 */
export function fakeHost(
  answers: Readonly<Record<string, Canned>>,
  facts: Readonly<Record<string, unknown>> = {},
): FakeHost {
  const asked: string[] = [];
  const request = <K extends BodyKind>(
    { path, query, as }: Call<K>,
    { maxBytes }: Limits,
  ): Promise<Answer<Body[K]>> => {
    const isTail = query?.['tail'] !== undefined;
    asked.push(isTail ? `${path} tail` : path);
    const first = answers[path] ?? { status: 404, body: { message: absent(path) } };
    const canned = isTail && 'stream' in first && first.tail ? first.tail : first;
    if ('fault' in canned) return Promise.resolve({ ok: false, fault: canned.fault });
    const status = 'status' in canned ? canned.status : 200;
    const bytes = 'stream' in canned ? canned.stream : Buffer.from(JSON.stringify(canned.body));
    const body = as === 'stream' ? streamOf(bytes, maxBytes, 'stream' in canned ? canned : {}) : undefined;
    const value =
      body ?? ('body' in canned ? (status === 200 ? wholeAnswer(path, canned.body) : canned.body) : null);
    return Promise.resolve({ ok: true, status, headers: {}, body: value as Body[K] }); // as the caller asked
  };
  const memo = new Map<string, Promise<Fact>>();
  const looking: Looking = {
    engine: { request } as unknown as Engine, // collectors of these tests use nothing else
    signal: new AbortController().signal,
    ask: (wanted) => {
      const key = factKey(wanted);
      if (key in facts) return Promise.resolve({ value: facts[key] }) as never; // the test gives what the key promises
      const collector = collectors[wanted.fact as keyof typeof collectors] as unknown as (
        request: unknown,
        looking: Looking,
      ) => Promise<Fact>;
      const fact = memo.get(key) ?? collector(wanted, looking);
      memo.set(key, fact);
      return fact as never; // the key names the fact's kind
    },
    eventsRead: () => Promise.resolve(),
    pagesRead: () => Promise.resolve(),
    turns: takeTurns(),
    memory: { recording: () => null, ownCalls: () => [], owning: (_container, _action, call) => call() },
    outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
  };
  return { looking, asked };
}

/** In Docker's words. */
function absent(path: string): string {
  const [, what, name = ''] = /^\/(container|image)s\/([^/]+)/.exec(path) ?? [];
  return what === undefined ? 'page not found' : `No such ${what}: ${decodeURIComponent(name)}`;
}

function streamOf(
  all: Buffer,
  maxBytes: number,
  { chunk = 1024, ends }: { readonly chunk?: number; readonly ends?: Fault },
): BodyStream {
  const bytes = all.subarray(0, maxBytes);
  const cut = all.length > maxBytes ? fault('too-large', { call: '', maxBytes }) : undefined;
  async function* read(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunk)
      yield await Promise.resolve(bytes.subarray(at, at + chunk));
  }
  return { [Symbol.asyncIterator]: read, fault: () => ends ?? cut, close: () => undefined };
}
