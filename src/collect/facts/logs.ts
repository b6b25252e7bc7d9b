import type { LogsFact, Searched } from '../../evidence/facts';
import type { Fault } from '../../evidence/fault';
import { stripTerminal } from '../../text/terminal';
import type { Fact } from '../../evidence/evidence';
import { invalid } from '../engine/door';
import { demultiplex } from '../engine/frames';
import { limits } from '../limits';
import type { Collector } from '../looking';
import { makeCondenser } from './condense';
import { logCall, readLog } from './read-log';
import { mayHaveRotated } from './rotation';
import { searchText, type Known } from './search-log';
import { startAndEnd } from './start-and-end';

/** Lines of the end of a log that is too long to be read whole. */
const lastLines = 2000;

/** What a container printed, stopped ones included: all of a session in its terminal, or the two streams of a program without one. */
export const logs: Collector<'logs'> = async ({ container, search }, looking) => {
  const inspect = await looking.ask({ fact: 'container', name: container });
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const { Id: id, Config: config } = inspect.value;
  const tty = config?.Tty ?? false;
  const condenser = tty ? makeCondenser(limits.text, isShell(inspect.value.Path)) : undefined;
  const start = await readLog(
    id,
    {
      limits: tty ? limits.session : limits.logs,
      most: tty && search === undefined ? limits.text : limits.logs.maxBytes,
      condenser,
    },
    looking,
  );
  if ('fact' in start) return start.fact;
  const first = streamsOf(tty, start.bytes);
  if (isBroken(first, start.isCut)) return { fault: noFrames(id) };
  const end = start.isCut
    ? await readLog(id, { tail: lastLines, limits: limits.logEnd, most: limits.logEnd.maxBytes }, looking)
    : undefined;
  if (end && 'fact' in end) return end.fact;
  const last = end && streamsOf(tty, end.bytes);
  if (last && isBroken(last, true)) return { fault: noFrames(id) };

  const startLost = mayHaveRotated(inspect.value, start.size, start.lines);
  const kept = condenser && !start.isCut ? condensedBy(condenser) : keptOf(tty, first, last);
  const isWhole = !start.isCut && start.size === start.bytes.length;
  const searched = kept.truncated && search && searchStreams(first, search, { isWhole, startLost });
  return { value: { ...kept, ...(searched && { searched }), ...(startLost && { startLost }) } };
};

const isShell = (path: string | undefined): boolean => /(^|\/)(sh|dash|ash)$/.test(path ?? '');

interface Streams {
  readonly tty: boolean;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly broken: false | 'cut' | 'none';
}

const streamsOf = (tty: boolean, bytes: Buffer): Streams =>
  tty ? { tty, stdout: bytes, stderr: Buffer.alloc(0), broken: false } : { tty, ...demultiplex(bytes) };

/** The output of a program without a terminal comes in frames, to the last byte of it. */
const isBroken = ({ broken }: Streams, isCut: boolean): boolean =>
  broken === 'none' || (broken === 'cut' && !isCut);
const noFrames = (id: string): Fault => invalid(logCall(id), 'no frames, or a part of one');

function condensedBy(condenser: ReturnType<typeof makeCondenser>): LogsFact {
  const { text, ...how } = condenser.result();
  return { tty: true, stdout: text, stderr: '', ...how };
}

function keptOf(tty: boolean, first: Streams, last: Streams | undefined): LogsFact {
  const stdout = startAndEnd(first.stdout, last?.stdout);
  const stderr = startAndEnd(first.stderr, last?.stderr);
  return {
    tty,
    stdout: stdout.text,
    stderr: stderr.text,
    truncated: last !== undefined || stdout.truncated || stderr.truncated,
  };
}

function searchStreams(
  streams: Streams,
  search: readonly string[],
  known: Known,
): NonNullable<LogsFact['searched']> {
  const stdout = streams.stdout.toString();
  if (streams.tty) {
    const looked = searchText(stripTerminal(stdout), search, known);
    return { output: looked, stdout: looked };
  }
  const stderr = streams.stderr.toString();
  const ofOne = (text: string, { length }: Buffer): Searched => ({
    ...searchText(text, search, known),
    ...(known.isWhole && length <= limits.text && { whole: true }),
  });
  return {
    output: searchText(stdout + stderr, search, known),
    stdout: ofOne(stdout, streams.stdout),
    stderr: ofOne(stderr, streams.stderr),
  };
}
