import type { Answer, Body, BodyKind, Call, Engine } from '../../src/collect/engine/engine';
import type { EngineEvent } from '../../src/evidence/docker';
import type { Json } from '../../src/text/json';
import { ubuntu } from './evidence';
import { wholeAnswer } from './whole-answer';

/** As moby's: the newest events, of all types together. */
const engineKeeps = 256;

export interface RingEngine {
  readonly engine: Engine;
  /** Something is done to the container, by the student. */
  readonly happens: (action: string, attributes?: Readonly<Record<string, string>>) => void;
  readonly remembered: () => readonly string[];
  /** Of every event that is recorded from now on; a test may do something in between, or never answer. */
  readonly onRecorded: (told: (action: string) => Promise<void> | void) => void;
}

/**
 * An engine in this process with one running container `ubuntu`, which records what is asked of it as Docker does, and forgets as it does. `test/engine/collect/ring.test.ts`
 * compares what it records with a real one.
 */
export function ringEngine(startedAt = Date.now() - 3_600_000): RingEngine {
  const inspect = ubuntu({
    Created: new Date(startedAt).toISOString(),
    State: {
      Status: 'running',
      Running: true,
      Paused: false,
      StartedAt: new Date(startedAt + 200).toISOString(),
    },
  });
  let ring: EngineEvent[] = [];
  let last = startedAt;
  let told: (action: string) => Promise<void> | void = () => undefined;
  const record = (
    action: string,
    attributes: Readonly<Record<string, string>> = {},
    now = Date.now(),
  ): Promise<void> | void => {
    // Times never stand still, however fast a test is.
    last = Math.max(last + 0.01, now);
    const event = {
      type: 'container',
      action,
      id: inspect.Id,
      attributes: { name: 'ubuntu', image: 'ubuntu', ...attributes },
      time: Math.floor(last / 1000),
      timeNano: String(BigInt(Math.round(last * 100)) * 10_000n),
    };
    ring = [...ring, event].slice(-engineKeeps);
    return told(action);
  };
  void record('create', {}, startedAt);
  void record('start', {}, startedAt + 200);

  const answer = async ({ method, path, body }: Call): Promise<{ status: number; body: unknown }> => {
    const inContainer = new RegExp(`^/containers/(?:ubuntu|${inspect.Id})/(\\w+)$`).exec(path)?.[1];
    if (path === '/events') return { status: 200, body: ring.map(asLine) };
    if (path === '/containers/json')
      return { status: 200, body: [{ Id: inspect.Id, Names: ['/ubuntu'], State: 'running' }] };
    if (inContainer === 'json') return { status: 200, body: inspect };
    if (inContainer === 'exec' && method === 'POST') {
      const { Cmd: command } = body as { Cmd: readonly string[] }; // as our marks send it
      await record(`exec_create: ${command.join(' ')}`);
      return { status: 201, body: { Id: 'e'.repeat(64) } };
    }
    if (inContainer === 'top') {
      await record('top');
      return { status: 200, body: { Titles: ['UID', 'CMD'], Processes: [['root', '/bin/bash']] } };
    }
    const usual = answers[path];
    return usual === undefined
      ? { status: 404, body: { message: `No such container: ${path.split('/')[2]}` } }
      : { status: 200, body: usual };
  };
  const request = async <K extends BodyKind>(call: Call<K>): Promise<Answer<Body[K]>> => {
    const { status, body } = await answer(call);
    const whole = status === 200 ? wholeAnswer(call.path, body as Json) : body; // answers are JSON
    return { ok: true, status, headers, body: whole as Body[K] }; // as asked for
  };
  const engine: Engine = {
    endpoint: {
      url: 'unix:///ring.sock',
      transport: { kind: 'unix', path: '/ring.sock' },
      source: { origin: 'option-host' },
      portsAt: '127.0.0.1',
    },
    request,
    exec: () => Promise.reject(new Error('No exec is asked of this engine.')),
    close: () => undefined,
  };
  return {
    engine,
    happens: (action, attributes) => void record(action, attributes),
    remembered: () => ring.map(({ action }) => action),
    onRecorded: (listener) => {
      told = listener;
    },
  };
}

const asLine = ({ type, action, id, attributes, time, timeNano }: EngineEvent): Json => ({
  Type: type,
  Action: action,
  Actor: { ID: id, Attributes: attributes },
  time,
  timeNano: Number(timeNano),
});

const headers = { 'api-version': '1.41', server: 'Docker/20.10.24 (linux)' };
const answers: Readonly<Record<string, Json>> = {
  '/_ping': 'OK',
  '/version': { Version: '20.10.24', ApiVersion: '1.41', Os: 'linux', Arch: 'amd64' },
  '/info': { ID: 'RING', Name: 'host', Driver: 'overlay2', DriverStatus: [] },
  '/images/json': [],
};
