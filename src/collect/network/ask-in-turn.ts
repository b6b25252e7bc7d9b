import { limits } from '../limits';
import type { Looking } from '../looking';
import { pause } from '../watch/pause';
import { askHttp, type HttpReply } from './ask-http';
import type { HttpQuestion } from './http-question';

/** A server that takes one connection at a time is free again in no time, a limit of one request a second is over after a second, whether or not refused tries count. */
const waitsMs = [100, 1_100, 1_100];
/** For all waits at one address: a server that answers 503 to everything must not make grading long. */
const maxWaitMs = 6_000;

/**
 * Asks when nobody else of this run is asking the same server. Where it refuses although it has just answered us, it is asked again a little later: what
 * the student set up answers one request, and the other ones are ours.
 */
export function askInTurn(question: HttpQuestion, { turns, signal }: Looking): Promise<HttpReply> {
  const { host, port, method } = question;
  const ask = (): Promise<HttpReply> =>
    askHttp(question, { deadlineMs: limits.http.deadlineMs, maxBytes: limits.text, signal });
  return turns.at(
    `${host}:${port}`,
    async (so) => {
      let reply = await ask();
      const waits = so.answered && ['GET', 'HEAD'].includes(method) ? waitsMs : [];
      for (const ms of waits) {
        if (!mayBeOurs(reply) || so.waitedMs + ms > maxWaitMs || signal.aborted) break;
        so.waitedMs += ms;
        await pause(ms, signal);
        reply = await ask();
      }
      so.answered ||= reply.outcome === 'answered';
      return reply;
    },
    (reply) => reply.outcome === 'timeout',
  );
}

function mayBeOurs(reply: HttpReply): boolean {
  if (reply.outcome === 'answered') return reply.status === 429 || reply.status === 503;
  return reply.outcome === 'refused' || reply.outcome === 'reset';
}
