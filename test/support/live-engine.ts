import type { ServerResponse } from 'node:http';
import { answerAs, readRecording, recordedEngine, type RawAnswer, type Socket } from './recorded-engine';

/** How things stand in the container of a lab that was recorded when it was done. */
export interface Stage {
  /** Whether there is the container at all. */
  readonly container: boolean;
  /** What the log of its console shows. */
  readonly console?: (recorded: string) => string;
}

export interface LiveEngine extends Socket {
  /** How things stand from now on; those who follow the events are told of one. */
  readonly becomes: (stage: Stage) => void;
  /** Another event, after which nothing is different. */
  readonly happens: (action: string) => void;
  /** Ends what is followed, and answers nobody until it is called again. */
  readonly away: (isAway: boolean) => void;
}

/** An engine that answers as a real one once did, with events that can be followed. */
export async function liveEngine(lab: string, first: Stage): Promise<LiveEngine> {
  const recording = readRecording(lab);
  const followers = new Set<ServerResponse>();
  let stage = first;
  let isAway = false;
  let last = Date.now();
  const remembered: { readonly at: number; readonly line: string }[] = [];
  const happens = (action: string): void => {
    last = Math.max(last + 1, Date.now());
    const id = 'c'.repeat(64);
    const event = { Type: 'container', Action: action, Actor: { ID: id, Attributes: { name: 'ubuntu' } } };
    const line = JSON.stringify({ ...event, time: Math.floor(last / 1000), timeNano: last * 1e6 });
    remembered.push({ at: last / 1000, line });
    for (const follower of followers) follower.write(`${line}\n`);
  };
  const socket = await recordedEngine(recording, (endpoint, recorded) => {
    if (isAway) return (request) => request.socket.destroy();
    if (endpoint === 'GET /events')
      return (request, response) => {
        if (request.url?.includes('until=') === true) {
          answerAs(recorded, request, response);
          return;
        }
        response.writeHead(200, recorded.headers);
        response.flushHeaders();
        const since = Number(new URL(request.url ?? '', 'http://engine').searchParams.get('since') ?? 0);
        for (const { at, line } of remembered) if (at >= since) response.write(`${line}\n`);
        followers.add(response);
        response.on('close', () => followers.delete(response));
      };
    return (request, response) => {
      answerAs(answerAt(stage, endpoint, request.url ?? '', recorded), request, response);
    };
  });
  return {
    ...socket,
    becomes: (next) => {
      stage = next;
      happens('rename');
    },
    happens,
    away: (away) => {
      isAway = away;
      if (away) for (const follower of followers) follower.destroy();
    },
  };
}

function answerAt(stage: Stage, endpoint: string, url: string, recorded: RawAnswer): RawAnswer {
  if (!stage.container && endpoint === 'GET /containers/json') return json(200, []);
  const isGone = !stage.container && endpoint.startsWith('GET /containers/');
  const [, what = '', name = ''] = /\/(container|image|distribution)s?\/(.+)\/json/.exec(url) ?? [];
  // What was not asked when it was recorded is not there.
  if (name !== '' && (recorded.status === 500 || isGone))
    return json(404, {
      message: `No such ${what === 'image' ? 'image' : 'container'}: ${decodeURIComponent(name)}`,
    });
  if (stage.console && endpoint === 'GET /containers/ID/logs') {
    const text = stage.console(Buffer.from(recorded.body, 'base64').toString('latin1'));
    return { ...recorded, body: Buffer.from(text, 'latin1').toString('base64') };
  }
  return recorded;
}

const json = (status: number, body: unknown): RawAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(body)).toString('base64'),
});
