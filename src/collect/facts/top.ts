import { caps } from '../../evidence/caps';
import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { TopFact } from '../../evidence/facts';
import { isJsonObject, type Json } from '../../text/json';
import { callName, failed } from '../engine/call-name';
import type { Answer, Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { runningContainer, stillRunning } from './running';

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
  const first = await ask(id, looking);
  if (!('unclear' in first)) return first;
  const fresh = await stillRunning(id, looking);
  if ('fault' in fresh || fresh.value === null) return fresh as Fact<null>;
  const second = await ask(id, looking);
  return 'unclear' in second ? second.unclear : second;
};

async function ask(id: string, looking: Looking): Promise<Fact<TopFact | null> | Unclear> {
  const call: Call<'json'> = { method: 'GET', path: `/containers/${encodeURIComponent(id)}/top`, as: 'json' };
  const answer = await looking.memory.owning<Answer<Json>>(
    id,
    'top',
    () => looking.engine.request(call, within(limits.top, looking.signal)),
    (fault) => ({ ok: false, fault }),
  );
  return read(call, answer);
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
  return { value: { titles: cells(titles), processes: rows.slice(0, caps.processes).map(cells) } };
}

const cells = (row: Json): string[] =>
  Array.isArray(row) ? row.map((cell) => String(cell).slice(0, caps.processCell)) : [];
