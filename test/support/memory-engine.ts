import type { Answer, Body, BodyKind, Call, Engine } from '../../src/collect/engine/engine';
import type { Fault } from '../../src/evidence/fault';
import type { Json } from '../../src/text/json';
import { wholeAnswer } from './whole-answer';

/** What the engine answers; `null`: 404. */
export type Answers = (path: string) => Promise<Json | Fault | null> | Json | Fault | null;

export interface MemoryEngine {
  readonly engine: Engine;
  /** `GET /containers/json`, in the order in which they came. */
  readonly calls: readonly string[];
  /** Most requests that were under way at one time. */
  readonly busiest: () => number;
}

/** An engine in this process, for questions of order and number that no real one answers; the engine tests of collecting keep its answers honest. */
export function memoryEngine(answers: Answers): MemoryEngine {
  const calls: string[] = [];
  let underWay = 0;
  let busiest = 0;
  const request = async <K extends BodyKind>({ method, path }: Call<K>): Promise<Answer<Body[K]>> => {
    calls.push(`${method} ${path}`);
    busiest = Math.max(busiest, (underWay += 1));
    try {
      const body = await (usual[path] ?? answers(path));
      if (isFault(body)) return { ok: false, fault: body };
      const status = body === null ? 404 : 200;
      const whole = body === null ? { message: absent(path) } : wholeAnswer(path, body);
      return { ok: true, status, headers, body: whole as Body[K] }; // as asked for
    } finally {
      underWay -= 1;
    }
  };
  const engine: Engine = {
    endpoint: {
      url: 'unix:///fake.sock',
      transport: { kind: 'unix', path: '/fake.sock' },
      source: { origin: 'option-host' },
      portsAt: '127.0.0.1',
    },
    request,
    exec: async ({ container }) => {
      const answer = await request({ method: 'POST', path: `/containers/${container}/exec`, as: 'json' });
      if (!answer.ok) return answer;
      const empty = Buffer.alloc(0);
      return {
        ...answer,
        body: { exitCode: 0, running: false, stdout: empty, stderr: empty, truncated: false },
      };
    },
    close: () => undefined,
  };
  return { engine, calls, busiest: () => busiest };
}

const isFault = (body: Json | Fault | null): body is Fault =>
  typeof body === 'object' && body !== null && 'code' in body && 'args' in body;
/** In Docker's words. */
function absent(path: string): string {
  const [, what, name = ''] = /^\/(container|image)s\/([^/]+)/.exec(path) ?? [];
  return what === undefined ? 'page not found' : `No such ${what}: ${decodeURIComponent(name)}`;
}

const headers = { 'api-version': '1.41', server: 'Docker/20.10.24 (linux)' };
const usual: Readonly<Record<string, Json>> = {
  '/_ping': 'OK',
  '/version': { Version: '20.10.24', ApiVersion: '1.41', Os: 'linux', Arch: 'amd64' },
  '/info': { ID: 'ABCD', Name: 'host', Driver: 'overlay2', DriverStatus: [] },
};
