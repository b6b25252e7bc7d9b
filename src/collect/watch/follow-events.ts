import type { EngineEvent } from '../../evidence/docker';
import type { Fault } from '../../evidence/fault';
import type { Fact } from '../../evidence/evidence';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import type { Json } from '../../text/json';
import { admit, unexpected } from '../engine/door';
import type { BodyStream, Engine } from '../engine/engine';
import { keyOf } from '../events/merge-events';
import { parseEvent } from '../events/parse-event';
import { readRing, type Ring } from '../facts/events';
import { limits, within } from '../limits';
import { pause } from './pause';

/** Who follows an engine, and what is told. */
export interface Following {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** The engine answers. `noGap`: it was watched until it ended and until it came back, so nothing can have happened unseen. */
  readonly onUp: (up: { readonly engineId: string; readonly ring: Ring; readonly noGap: boolean }) => void;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onDown: (fault: Fault) => void;
  /** Called about every second while events would come through. */
  readonly onPulse: () => void;
}

const pulseMs = 1_000;
const firstWaitMs = 250;
const longestWaitMs = 2_000;
/** Whoever was not looked at for longer may have been started and ended again in between. */
const unseenMs = 10_000;
const dayMs = 24 * 60 * 60 * 1000;

/** Follows the events of an engine until the signal, through every restart of it. */
export async function followEvents(following: Following): Promise<void> {
  const { engine, signal, now, onUp, onDown } = following;
  const silence = watchSilence(now);
  let waitMs = firstWaitMs;
  let isFirst = true;
  while (!signal.aborted) {
    // An answer comes from one run of the engine, which was there when it was asked, however long it took to answer.
    silence.pulse();
    const opened = await open(engine, signal);
    if ('value' in opened) {
      const { engineId, ring, stream } = opened.value;
      const isNear = engine.endpoint.transport.kind === 'unix';
      onUp({ engineId, ring, noGap: !isFirst && isNear && !ring.full && silence.longest() <= unseenMs });
      silence.restart();
      isFirst = false;
      waitMs = firstWaitMs;
      await pass(stream, ring, following, silence.pulse);
      silence.pulse();
      if (isAborted(signal)) return;
      onDown(stream.fault() ?? { code: 'engine.connection-lost', args: { call: 'GET /events', detail: '' } });
    } else if (!isAborted(signal)) {
      silence.pulse();
      onDown(opened.fault);
    }
    await pause(waitMs, signal);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }
}

/** Changes while other things are waited for, which TypeScript cannot know. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

interface Opened {
  readonly engineId: string;
  readonly ring: Ring;
  readonly stream: BodyStream;
}

/** Reads what the engine remembers, and subscribes from there on. */
async function open(engine: Engine, signal: AbortSignal): Promise<Fact<Opened>> {
  const ring = await readRing({ engine, signal });
  if ('fault' in ring) return ring;
  const infoCall = { method: 'GET', path: '/info', as: 'json' } as const;
  const answer = await engine.request(infoCall, within(limits.identify, signal));
  const info = admit(infoCall, answer, { shape: answerShapes.info });
  if ('fault' in info) return info;
  const last = ring.value.events.at(-1);
  const since = last ? secondsAndNanos(last.timeNano) : ring.value.readAt.toFixed(9);
  const call = { method: 'GET', path: '/events', query: { since, stream: true }, as: 'stream' } as const;
  const endless = { deadlineMs: dayMs, maxBytes: Number.MAX_SAFE_INTEGER, signal };
  const stream = await engine.request(call, endless);
  if (!stream.ok) return { fault: stream.fault };
  if (stream.status === 200)
    return { value: { engineId: info.value.ID, ring: ring.value, stream: stream.body } };
  stream.body.close();
  return { fault: unexpected(call, { ...stream, body: '' }) };
}

/** A microsecond early: times are kept with a few hundred nanoseconds lost. */
function secondsAndNanos(timeNano: string): string {
  const nanos = BigInt(timeNano) - 1000n;
  return `${nanos / 1_000_000_000n}.${String(nanos % 1_000_000_000n).padStart(9, '0')}`;
}

async function pass(stream: BodyStream, ring: Ring, following: Following, pulse: () => void): Promise<void> {
  const known = new Set(ring.events.map(keyOf));
  const beat = setInterval(() => {
    pulse();
    following.onPulse();
  }, pulseMs);
  const close = (): void => {
    stream.close();
  };
  following.signal.addEventListener('abort', close, { once: true });
  try {
    for await (const line of linesOf(stream)) {
      const event = parseEvent(line);
      if (event && !known.has(keyOf(event))) following.onEvent(event);
    }
  } finally {
    clearInterval(beat);
    following.signal.removeEventListener('abort', close);
    stream.close();
  }
}

/** A line of more is no event. */
const maxLine = 1024 * 1024;

/** What is no JSON is left out. */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Json> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLine) rest = '';
    for (const line of lines) {
      const value = parse(line);
      if (value !== undefined) yield value;
    }
  }
}

function parse(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json; // what JSON.parse gives is JSON
  } catch {
    return undefined; // an empty line, or half of one
  }
}

/** The longest time without a look at the engine, also when this process itself was asleep. */
function watchSilence(now: () => number) {
  let last = now();
  let longest = 0;
  return {
    pulse: () => {
      longest = Math.max(longest, now() - last);
      last = now();
    },
    longest: () => longest,
    restart: () => {
      last = now();
      longest = 0;
    },
  };
}
