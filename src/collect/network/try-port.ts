import { connect } from 'node:net';

export type PortOutcome = 'open' | 'closed' | 'refused' | 'timeout' | 'unreachable';

/**
 * How long an accepted connection has to stay open to count as a listener. Docker's proxy accepts before it knows whether anybody listens
 * inside, and closes when nobody does: measured 1 to 8 ms after the connection on 20.10.
 */
const settleMs = 120;

/** A timer that comes later than this tells that the process did something else meanwhile, such as loading Jest. */
const lateMs = 20;

export interface Trying {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Asked of a connection that stays: is there reason to think that nobody is behind it? Then it is held until the deadline. */
  readonly doubt?: () => Promise<boolean>;
}

/** Connects, sends nothing, and looks whether the connection stays. Never throws. */
export function tryPort(
  host: string,
  port: number,
  { deadlineMs, signal, doubt }: Trying,
): Promise<PortOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let connected = false;
    const end = (outcome: PortOutcome): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(outcome);
      socket.destroy();
    };
    const abort = (): void => {
      end('timeout');
    };
    let timer = setTimeout(abort, deadlineMs);
    signal.addEventListener('abort', abort, { once: true });
    /** `ms` in which nobody was too busy to look: else the connection may have been closed, and nobody saw it. */
    const stays = (ms: number, then: () => void): void => {
      const due = performance.now() + ms;
      timer = setTimeout(() => {
        if (performance.now() - due > lateMs) stays(settleMs, then);
        else then();
      }, ms);
    };
    const open = (): void => {
      end('open');
    };
    const ask = async (mayBeNobody: () => Promise<boolean>): Promise<void> => {
      // A server that takes one connection and no more refuses the second, too: then only time tells.
      const ms = (await mayBeNobody()) ? deadlineMs : 0;
      if (!socket.destroyed) stays(ms, open);
    };
    socket.on('connect', () => {
      connected = true;
      clearTimeout(timer);
      stays(settleMs, () => {
        if (doubt) void ask(doubt);
        else open();
      });
    });
    socket.on('data', () => {
      end('open');
    });
    socket.on('end', () => {
      end('closed');
    });
    socket.on('close', () => {
      end('closed');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      end(connected ? 'closed' : outcomeOf(error.code ?? ''));
    });
    if (signal.aborted) abort();
  });
}

function outcomeOf(code: string): PortOutcome {
  if (code === 'ETIMEDOUT') return 'timeout';
  // The reset may come in before node tells of the connection.
  if (code === 'ECONNRESET') return 'closed';
  return ['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EADDRNOTAVAIL'].includes(code)
    ? 'unreachable'
    : 'refused';
}
