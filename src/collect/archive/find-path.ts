import type { Fact } from '../../evidence/evidence';
import { fault, type Fault } from '../../evidence/fault';
import { callName, failed, messageOf } from '../engine/call-name';
import type { Answer, BodyStream, Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Looking } from '../looking';
import { parsePathStat, type PathStat } from './path-stat';

/** A path as it is after all symbolic links, which stay within the container's own file system. */
export interface FoundPath {
  readonly path: string;
  /** Of a link that leads nowhere: the link itself. */
  readonly stat: PathStat;
  /** Where the link led, if `path` was asked for under another name. */
  readonly target?: string;
}

/** Docker names the end of the whole chain at once; a few steps more cost nothing where an engine names only the next link. */
const maxLinks = 8;

/** Looks at a path without reading it: the engine records no event for that. `null`: not there. */
export async function findPath(
  containerId: string,
  path: string,
  looking: Looking,
): Promise<Fact<FoundPath | null>> {
  let found: FoundPath | undefined;
  for (let step = 0, at = path; step <= maxLinks; step += 1) {
    const fact = await statPath(containerId, at, looking);
    if ('fault' in fact) return fact;
    if (fact.value === null) return { value: found ?? null };
    const stat = fact.value;
    found = { path: at, stat, ...(step > 0 && { target: at }) };
    if (stat.linkTarget === undefined) return { value: found };
    at = stat.linkTarget;
    found = { ...found, target: at };
  }
  return { value: found ?? null };
}

export const archiveCall = <K extends 'text' | 'stream'>(
  method: 'GET' | 'HEAD',
  containerId: string,
  path: string,
  as: K,
): Call<K> => ({
  method,
  path: `/containers/${encodeURIComponent(containerId)}/archive`,
  query: { path },
  as,
});

async function statPath(containerId: string, path: string, looking: Looking): Promise<Fact<PathStat | null>> {
  const call = archiveCall('HEAD', containerId, path, 'text');
  const answer = await looking.engine.request(call, within(limits.archive, looking.signal));
  if (!answer.ok) return { fault: answer.fault };
  if (answer.status === 404) return { value: null };
  if (answer.status >= 400) return whyNot(containerId, path, looking);
  const stat = parsePathStat(answer.headers['x-docker-container-path-stat']);
  if (stat) return { value: stat };
  return { fault: fault('engine.answer-invalid', { call: callName(call), detail: 'no path stat' }) };
}

/** An answer to HEAD has no body that could say what is wrong, so the same is asked with GET. */
async function whyNot(containerId: string, path: string, looking: Looking): Promise<Fact<null>> {
  const call = archiveCall('GET', containerId, path, 'stream');
  await looking.eventsRead();
  const answer = await looking.memory.owning<Answer<BodyStream>>(
    containerId,
    'archive-path',
    () => looking.engine.request(call, within(limits.archive, looking.signal)),
    (lost) => ({ ok: false, fault: lost }),
  );
  if (!answer.ok) return { fault: answer.fault };
  const message = answer.status < 400 ? '' : await errorText(answer.body);
  answer.body.close();
  // A loop of links, or a file where the path has a folder: nothing can be there.
  if (/too many (links|levels)|not a directory/i.test(message)) return { value: null };
  return { fault: refusal(call, answer.status, message) };
}

/** The fault in an answer with an error status. */
export function refusal(call: Call, status: number, message: string): Fault {
  const known = failed(call, { ok: true, status, headers: {}, body: { message } });
  return known ?? fault('engine.failed', { call: callName(call), status, message });
}

/** The engine's words in the body of an error. */
export async function errorText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  try {
    return messageOf(JSON.parse(text));
  } catch {
    return text; // 20.10 says some errors in plain text
  }
}
