import { StringDecoder } from 'node:string_decoder';
import type { Fact } from '../../evidence/evidence';
import type { LogsFact } from '../../evidence/facts';
import type { Fault } from '../../evidence/fault';
import { errorText, refusal } from '../archive/find-path';
import { noSuchContainer } from '../engine/absence';
import { invalid } from '../engine/door';
import type { Call, Limits } from '../engine/engine';
import { within } from '../limits';
import type { Looking } from '../looking';
import type { Condenser } from './condense';

export interface LogPart {
  /** What was held of it: its beginning. */
  readonly bytes: Buffer;
  /** All that came. */
  readonly size: number;
  readonly lines: number;
  /** A limit ended it: what would have come is not known. */
  readonly isCut: boolean;
}

interface How {
  /** Lines of its end. */
  readonly tail?: number;
  readonly limits: Limits;
  /** Bytes to hold. */
  readonly most: number;
  /** Takes all that comes. */
  readonly condenser?: Condenser | undefined;
}

export const logCall = (id: string, tail?: number): Call<'stream'> => ({
  method: 'GET',
  path: `/containers/${encodeURIComponent(id)}/logs`,
  query: { stdout: true, stderr: true, tail },
  as: 'stream',
});

/** A log as it comes, or what there is to say instead. */
export async function readLog(
  id: string,
  { tail, limits, most, condenser }: How,
  { engine, signal }: Looking,
): Promise<LogPart | { readonly fact: Fact<LogsFact | null> }> {
  const call = logCall(id, tail);
  const answer = await engine.request(call, within(limits, signal));
  if (!answer.ok) return { fact: { fault: answer.fault } };
  if (answer.status !== 200) return { fact: factOf(call, id, answer.status, await errorText(answer.body)) };
  if (!isLog(answer.headers)) {
    answer.body.close();
    return { fact: { fault: invalid(call, 'no log') } };
  }
  const chunks: Buffer[] = [];
  const decoder = new StringDecoder('utf8');
  let size = 0;
  let lines = 0;
  for await (const chunk of answer.body) {
    if (size < most) chunks.push(chunk.subarray(0, most - size));
    size += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    condenser?.push(decoder.write(chunk));
  }
  const broken = answer.body.fault();
  // A slow log is a long log: what came of it counts.
  const isCut = broken?.code === 'too-large' || (broken?.code === 'deadline' && size > 0);
  if (broken && !isCut) return { fact: { fault: broken } };
  return { bytes: Buffer.concat(chunks), size, lines, isCut };
}

/** A log comes as it is found, of no length said before; Docker 20.10 and Podman name no type. */
const isLog = (headers: Readonly<Record<string, string>>): boolean =>
  headers['content-length'] === undefined && !/html|json|xml|text/i.test(headers['content-type'] ?? '');

function factOf(call: Call, id: string, status: number, message: string): Fact<LogsFact | null> {
  if (status === 404 && noSuchContainer(id)(message)) return { value: null };
  // `docker run --log-driver none`, and drivers that send everything away.
  if (/does not support reading|cannot read logs|not supported with the .* log driver/i.test(message))
    return { value: { tty: false, stdout: '', stderr: '', truncated: false, unreadable: true } };
  const why: Fault = refusal(call, status, message);
  return { fault: why };
}
