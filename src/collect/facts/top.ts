import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { TopFact } from '../../evidence/facts';
import { isJsonObject, type Json } from '../../text/json';
import { callName, failed } from '../engine/call-name';
import type { Answer, Call } from '../engine/engine';
import { markOfTops, pairGapMs } from '../events/own-events';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { runningContainer, stillRunning } from './running';

/** What a student's container can make us keep. */
const maxProcesses = 1000;
const maxCell = 1000;

/** Nothing usable came, and the container may just have ended: worth one more inspect. */
interface Unclear {
  readonly unclear: Fact<TopFact | null>;
}

/** The processes of a container, as `docker top` lists them; `null` if it does not run. */
export const top: Collector<'top'> = async ({ container }, looking) => {
  const inspect = await runningContainer(container, looking);
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const id = inspect.value.Id;
  await looking.eventsRead();
  const first = await readPair(id, looking);
  if (!('unclear' in first)) return first;
  const fresh = await stillRunning(id, looking);
  if ('fault' in fresh || fresh.value === null) return fresh as Fact<null>;
  const second = await readPair(id, looking);
  return 'unclear' in second ? second.unclear : second;
};

/**
 * Asks twice at the same moment. The engine records a `top` event for each answer, and two within milliseconds are Vigie's signature: nobody
 * types that by hand, so later runs, on this machine or another, can tell our events from the student's without any memory.
 */
async function readPair(id: string, looking: Looking): Promise<Fact<TopFact | null> | Unclear> {
  const call: Call<'json'> = { method: 'GET', path: `/containers/${encodeURIComponent(id)}/top`, as: 'json' };
  const ask = () => looking.engine.request(call, within(limits.top, looking.signal));
  const started = performance.now();
  const answers = await looking.memory.owning(id, 'top', () => Promise.all([ask(), ask()]));
  const tookMs = performance.now() - started;
  if (tookMs > pairGapMs) await leaveMark(id, tookMs, looking);
  const [first, second] = answers.map((answer) => read(call, answer));
  const isGood = (one: typeof first) => one !== undefined && 'value' in one && one.value !== null;
  return (isGood(first) || !isGood(second) ? first : second) ?? { value: null };
}

/**
 * Where the answers came so late that our two events may be far apart, a third says whose they are: the creation of an exec that is never started, so nothing
 * runs in the container. If it fails, what is remembered of our calls still tells.
 */
async function leaveMark(id: string, tookMs: number, { engine, signal }: Looking): Promise<void> {
  const path = `/containers/${encodeURIComponent(id)}/exec`;
  await engine.request(
    { method: 'POST', path, body: { Cmd: markOfTops(tookMs) }, as: 'json' },
    within(limits.inspect, signal),
  );
}

function read(call: Call<'json'>, answer: Answer<Json>): Fact<TopFact | null> | Unclear {
  if (!answer.ok) return { fault: answer.fault };
  if (answer.status === 404 || answer.status === 409) return { unclear: { value: null } };
  // In the gap between the death of its last process and the engine's notice: 500 `ttrpc: closed` or no process at all.
  const broken = failed(call, answer);
  if (broken) return broken.code === 'unsupported' ? { fault: broken } : { unclear: { fault: broken } };
  if (answer.body === null)
    return { fault: fault('unsupported', { call: callName(call), detail: 'empty answer' }) }; // podman 4
  const { Titles: titles = null, Processes: rows = null } = isJsonObject(answer.body) ? answer.body : {};
  if (Array.isArray(titles) && rows === null) return { unclear: { value: null } };
  if (!Array.isArray(titles) || !Array.isArray(rows))
    return {
      fault: fault('engine.answer-invalid', { call: callName(call), detail: 'no list of processes' }),
    };
  return { value: { titles: cells(titles), processes: rows.slice(0, maxProcesses).map(cells) } };
}

const cells = (row: Json): string[] =>
  Array.isArray(row) ? row.map((cell) => String(cell).slice(0, maxCell)) : [];
