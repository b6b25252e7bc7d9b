import { caps } from '../../evidence/caps';
import type { Fact } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import type { TopFact } from '../../evidence/facts';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import type { Json } from '../../text/json';
import { admit, invalid } from '../engine/door';
import type { Answer, Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { runningContainer, stillRunning } from './running';

/** Nothing usable came, and the container may just have ended: worth one more inspect. */
interface Unclear {
  readonly unclear: { readonly fault: Fault };
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

async function ask(id: string, looking: Looking): Promise<Fact<TopFact> | Unclear> {
  const call: Call<'json'> = { method: 'GET', path: `/containers/${encodeURIComponent(id)}/top`, as: 'json' };
  const answer = await looking.memory.owning<Answer<Json>>(
    id,
    'top',
    () => looking.engine.request(call, within(limits.top, looking.signal)),
    (fault) => ({ ok: false, fault }),
  );
  return read(call, isPodmans(answer) ? await askPodman(call, looking) : answer);
}

/**
 * Podman 4 answers a container without a `ps` of its own with nothing at all (`-ef` is its default there), unless it is asked for columns that it
 * can read by itself. It records no event of either.
 */
const isPodmans = (answer: Answer<Json>): boolean =>
  answer.ok && answer.status === 200 && answer.body === null && 'libpod-api-version' in answer.headers;

const askPodman = (call: Call<'json'>, { engine, signal }: Looking): Promise<Answer<Json>> =>
  engine.request(
    { ...call, query: { ps_args: 'user,pid,ppid,pcpu,etime,tty,time,args' } },
    within(limits.top, signal),
  );

/** Only an inspect says that a container does not run; what the engine says here is a reason to look again. */
function read(call: Call<'json'>, answer: Answer<Json>): Fact<TopFact> | Unclear {
  const fact = admit(call, answer, { shape: answerShapes.top });
  if ('fault' in fact) return answer.ok && fact.fault.code !== 'unsupported' ? { unclear: fact } : fact;
  const { Titles: titles, Processes: rows } = fact.value;
  // In the gap between the death of its last process and the engine's notice.
  if (rows === null || rows.length === 0) return { unclear: { fault: invalid(call, 'no process at all') } };
  return { value: { titles: cells(titles), processes: rows.slice(0, caps.processes).map(cells) } };
}

const cells = (row: readonly string[]): string[] => row.map((cell) => cell.slice(0, caps.processCell));
