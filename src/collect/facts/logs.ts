import { StringDecoder } from 'node:string_decoder';
import type { Fact } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import type { LogsFact } from '../../evidence/facts';
import { errorText, refusal } from '../archive/find-path';
import { noSuchContainer } from '../engine/absence';
import { invalid } from '../engine/door';
import type { Call } from '../engine/engine';
import { demultiplex } from '../engine/frames';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { makeCondenser, type Condenser } from './condense';
import { mayHaveRotated } from './rotation';

/** Lines of the end of a log that is too long to be read whole. */
const lastLines = 2000;

/** What a container printed, stopped ones included: all of a session in its terminal, or the two streams of a program without one. */
export const logs: Collector<'logs'> = async ({ container }, looking) => {
  const inspect = await looking.ask({ fact: 'container', name: container });
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const { Id: id, Config: config } = inspect.value;
  const tty = config?.Tty ?? false;
  const condenser = tty ? makeCondenser(limits.text, isShell(inspect.value.Path)) : undefined;
  const start = await read(id, { condenser }, looking);
  if ('fact' in start) return start.fact;
  const startLost = mayHaveRotated(inspect.value, start.size, start.lines) && ({ startLost: true } as const);
  if (condenser && !start.truncated) {
    const { text, ...how } = condenser.result();
    return { value: { tty, stdout: text, stderr: '', ...how, ...startLost } };
  }
  const end = start.truncated ? await read(id, { tail: lastLines }, looking) : undefined;
  if (end && 'fact' in end) return end.fact;
  // The output of a program without a terminal comes in frames, to the last byte of it.
  if (!tty && !start.truncated && demultiplex(start.bytes).broken)
    return { fault: invalid(logCall(id), 'no frames, or a part of one') };
  return { value: { ...textsOf(tty, start.bytes, end?.bytes), ...startLost } };
};

const isShell = (path: string | undefined): boolean => /(^|\/)(sh|dash|ash)$/.test(path ?? '');

type Read =
  | { readonly bytes: Buffer; readonly size: number; readonly lines: number; readonly truncated: boolean }
  | { readonly fact: Fact<LogsFact | null> };

interface How {
  readonly tail?: number;
  /** Takes all that comes; only the beginning is then given back. */
  readonly condenser?: Condenser | undefined;
}

const logCall = (id: string, tail?: number): Call<'stream'> => ({
  method: 'GET',
  path: `/containers/${encodeURIComponent(id)}/logs`,
  query: { stdout: true, stderr: true, tail },
  as: 'stream',
});

async function read(id: string, { tail, condenser }: How, { engine, signal }: Looking): Promise<Read> {
  const call = logCall(id, tail);
  const answer = await engine.request(call, within(condenser ? limits.session : limits.logs, signal));
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
    if (!condenser || size < limits.text) chunks.push(chunk);
    size += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    condenser?.push(decoder.write(chunk));
  }
  const broken = answer.body.fault();
  // A slow log is a long log: what came of it counts.
  const isCut = broken?.code === 'too-large' || (broken?.code === 'deadline' && chunks.length > 0);
  if (broken && !isCut) return { fact: { fault: broken } };
  return { bytes: Buffer.concat(chunks), size, lines, truncated: isCut };
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

function textsOf(tty: boolean, start: Buffer, end: Buffer | undefined): LogsFact {
  const take = (bytes: Buffer) => (tty ? { stdout: bytes, stderr: Buffer.alloc(0) } : demultiplex(bytes));
  const first = take(start);
  const last = end && take(end);
  const stdout = cap(first.stdout, last?.stdout);
  const stderr = cap(first.stderr, last?.stderr);
  return {
    tty,
    stdout: stdout.text,
    stderr: stderr.text,
    truncated: end !== undefined || stdout.truncated || stderr.truncated,
  };
}

/** Of a long text the start and the end, which say how something was begun and what became of it. */
function cap(start: Buffer, end: Buffer | undefined): { readonly text: string; readonly truncated: boolean } {
  if (end === undefined && start.length <= limits.text) return { text: start.toString(), truncated: false };
  const half = limits.text / 2;
  const tail = (end ?? start).subarray(-half);
  return { text: `${start.subarray(0, half).toString()}\n…\n${tail.toString()}`, truncated: true };
}
