import type { Fact } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import { noSuchContainer, noSuchPath } from '../engine/absence';
import { messageOf } from '../engine/call-name';
import { invalid, unexpected } from '../engine/door';
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
  if (answer.status >= 400) return whyNot(containerId, path, looking);
  if (answer.status !== 200) return { fault: unexpected(call, answer) };
  const stat = parsePathStat(answer.headers['x-docker-container-path-stat'], path);
  return stat ? { value: stat } : { fault: invalid(call, 'no path stat') };
}

/**
 * An answer to HEAD has no words that could say what is wrong, and anybody's 404 looks alike, so the same is asked with GET: the engine records no
 * event where there is nothing to read.
 */
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
  if (answer.status < 400) {
    answer.body.close();
    return { fault: invalid(call, `status ${answer.status}, unlike that of HEAD`) };
  }
  const message = await errorText(answer.body);
  if (answer.status === 404 && saysAbsent(containerId, path)(message)) return { value: null };
  // A loop of links, or a file where the path has a folder: nothing can be there.
  if (/too many (links|levels)|not a directory/i.test(message) && !message.startsWith('<'))
    return { value: null };
  return { fault: refusal(call, answer.status, message) };
}

/** Neither the path nor, by now, the container. */
export const saysAbsent =
  (containerId: string, path: string) =>
  (words: string): boolean =>
    noSuchPath(containerId, path)(words) || noSuchContainer(containerId)(words);

/** The fault in an answer with an error status. */
export const refusal = (call: Call, status: number, message: string): Fault =>
  unexpected(call, { ok: true, status, headers: {}, body: { message } });

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
