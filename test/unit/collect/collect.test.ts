import { describe, expect, test } from '@jest/globals';
import { collect, type LookAt } from '../../../src/collect/collect';
import type { Evidence } from '../../../src/evidence/evidence';
import type { Fault } from '../../../src/evidence/fault';
import { factKey, type Request } from '../../../src/evidence/request';
import { checkHolds } from '../../../src/grading/check-holds';
import { judgeLab } from '../../../src/judge/judge-lab';
import { makePlan, type Plan } from '../../../src/plan/plan';
import type { Json } from '../../../src/text/json';
import { checkOf } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { memoryEngine, type Answers, type MemoryEngine } from '../../support/memory-engine';

const planOf = (requests: readonly Request[]): Plan => ({ labs: [], requests, polls: [] });

function look(fake: MemoryEngine, changes: Partial<LookAt>): Promise<Evidence> {
  return collect({
    plan: planOf([]),
    engine: fake.engine,
    memory: { recording: () => null, ownCalls: () => [], owning: (_container, _action, call) => call() },
    outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
    holds: () => true,
    grader: '1.2.3',
    now: Date.now,
    signal: new AbortController().signal,
    ...changes,
  });
}

const inspectOf = (id: string): Json => ({
  Id: id,
  Name: `/${id}`,
  State: { Status: 'running', Running: true },
  Config: { Image: 'ubuntu', Tty: true, Env: ['SECRET=1', 'A=2'] },
});
const nameIn = (path: string): string => /^\/containers\/([^/]+)\//.exec(path)?.[1] ?? '';
/** Any container that is asked for is there and runs. */
const everything: Answers = (path) => {
  if (path === '/containers/json' || path === '/images/json' || path === '/events') return [];
  if (path.endsWith('/top')) return { Titles: ['CMD'], Processes: [['bash']] };
  return path.endsWith('/json') ? inspectOf(nameIn(path)) : {};
};

const containers = (count: number): Request[] =>
  Array.from({ length: count }, (_, index) => ({ fact: 'container', name: `c${index}` }));

describe('a look at a host', () => {
  test('asks for everything independent at the same time', async () => {
    const fake = memoryEngine(everything);
    await look(fake, { plan: planOf([...containers(20), { fact: 'containers' }, { fact: 'images' }]) });
    expect(fake.busiest()).toBe(22);
  });

  test('asks for each fact once, also for those that other facts need', async () => {
    const fake = memoryEngine(everything);
    const requests: Request[] = [
      { fact: 'top', container: 'web' },
      { fact: 'exec', container: 'web', command: ['a'], deadlineMs: 1 },
      { fact: 'exec', container: 'web', command: ['b'], deadlineMs: 1 },
      {
        fact: 'http',
        container: 'web',
        port: 80,
        scheme: 'http',
        method: 'GET',
        path: '/',
        headers: {},
        followRedirects: false,
      },
      { fact: 'container', name: 'web' },
    ];
    await look(fake, { plan: planOf(requests) });
    expect(fake.calls.filter((call) => call === 'GET /containers/web/json')).toHaveLength(1);
  });

  test('remembers what was answered for whoever asks later', async () => {
    const fake = memoryEngine(everything);
    const recording = { engineId: 'ABCD', since: 0, until: 1, events: [] };
    await look(fake, {
      plan: planOf([{ fact: 'engine' }, { fact: 'events' }]),
      // Whose recording it is is asked when the events have been read.
      memory: {
        recording: () => recording,
        ownCalls: () => [],
        owning: (_container, _action, call) => call(),
      },
    });
    expect(fake.calls.filter((call) => call === 'GET /info')).toHaveLength(1);
  });

  test('keeps the values of just those variables that the plan names, whoever asks first', async () => {
    const requests: Request[] = [
      { fact: 'top', container: 'web' },
      { fact: 'container', name: 'web', env: ['A'] },
    ];
    const { facts } = await look(memoryEngine(everything), { plan: planOf(requests) });
    expect(facts['container/web']).toMatchObject({ value: { Config: { Env: ['A=2'] } } });
  });

  test('keeps what could not be had as a fault, beside all that could', async () => {
    const lost: Fault = { code: 'engine.connection-lost', args: { call: 'GET', detail: 'ECONNRESET' } };
    const fake = memoryEngine((path) => (path.includes('c1') ? lost : everything(path)));
    const { facts } = await look(fake, { plan: planOf(containers(3)) });
    expect(facts['container/c1']).toEqual({ fault: lost });
    expect(facts['container/c0']).toHaveProperty('value.Id', 'c0');
    expect(facts['container/c2']).toHaveProperty('value.Id', 'c2');
  });

  test('is written down with its time, its grader and its labs, facts in the order of the plan', async () => {
    const slowFirst: Answers = async (path) => {
      if (path.includes('c0')) await new Promise(setImmediate);
      return everything(path);
    };
    const evidence = await look(memoryEngine(slowFirst), {
      plan: { ...planOf(containers(3)), labs: [{ id: 'a', hash: 'sha256:1' }] },
      now: clock(1000, 1500),
    });
    expect(evidence).toMatchObject({
      vigie: 'evidence',
      version: 1,
      grader: '1.2.3',
      takenAt: '1970-01-01T00:00:01.000Z',
      tookMs: 500,
      labs: [{ id: 'a', hash: 'sha256:1' }],
      endpoint: 'unix:///fake.sock',
    });
    expect(Object.keys(evidence.facts)).toEqual(['container/c0', 'container/c1', 'container/c2']);
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
  });

  test("leaves hand-written graders' facts to Jest", async () => {
    const { facts } = await look(memoryEngine(everything), { plan: planOf([{ fact: 'jest', title: 'x' }]) });
    expect(facts).toEqual({});
  });
});

describe('events first', () => {
  const recorded: Request[] = [
    { fact: 'top', container: 'a' },
    { fact: 'exec', container: 'b', command: ['x'], deadlineMs: 1 },
    { fact: 'file', container: 'c', path: '/etc/x', content: true },
    { fact: 'packages', container: 'd', names: ['nginx'] },
    { fact: 'top', container: 'e' },
  ];
  /** Calls that the engine records as events of the container. */
  const isRecorded = (call: string): boolean => /\/top$|\/exec$|^GET .*\/archive$/.test(call);

  test.each([
    ['last', [...recorded, { fact: 'events' } as const]],
    ['first', [{ fact: 'events' } as const, ...recorded]],
  ])(
    'no call that the engine records leaves before the events are read, when asked for %s',
    async (_, requests) => {
      let answered = false;
      const early: string[] = [];
      const fake: MemoryEngine = memoryEngine(async (path) => {
        if (!answered && isRecorded(fake.calls.at(-1) ?? '')) early.push(path);
        if (path !== '/events') return everything(path);
        // Long after all else could have left.
        for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
        answered = true;
        return [];
      });
      await look(fake, { plan: planOf(requests) });
      expect(early).toEqual([]);
      expect(fake.calls.filter(isRecorded).length).toBeGreaterThanOrEqual(3);
    },
  );

  test('they leave also if the events could not be read', async () => {
    const fake = memoryEngine((path) =>
      path === '/events'
        ? { code: 'deadline', args: { call: 'GET /events', deadlineMs: 1 } }
        : everything(path),
    );
    const { facts } = await look(fake, { plan: planOf([...recorded, { fact: 'events' }]) });
    expect(facts['top/a']).toHaveProperty('value');
  });
});

/** Gives these times in turn, then always the last. */
function clock(...times: number[]): () => number {
  let index = 0;
  return () => times[Math.min(index++, times.length - 1)] ?? 0;
}

describe('a check that may wait', () => {
  const key = factKey({ fact: 'container', name: 'web' });
  const requests: readonly Request[] = [
    { fact: 'container', name: 'web' },
    { fact: 'container', name: 'other' },
    { fact: 'events' },
  ];
  const waiting = (withinMs: number): Plan => ({
    ...planOf(requests),
    polls: [{ lab: 'lab', check: 'c', withinMs, keys: [key, 'events'] }],
  });
  const triesOf = ({ calls }: MemoryEngine, name = 'web') =>
    calls.filter((call) => call === `GET /containers/${name}/json`).length;

  test('is asked again until it passes, and nothing else is', async () => {
    let tries = 0;
    const fake = memoryEngine((path) => {
      if (nameIn(path) !== 'web') return everything(path);
      return (tries += 1) < 3 ? null : inspectOf('web');
    });
    const evidence = await look(fake, {
      plan: waiting(60_000),
      holds: (_poll, facts) =>
        'value' in (facts[key] ?? {}) && (facts[key] as { value: unknown }).value !== null,
    });
    expect([triesOf(fake), triesOf(fake, 'other')]).toEqual([3, 1]);
    expect(fake.calls.filter((call) => call === 'GET /events')).toHaveLength(1);
    expect(evidence.facts[key]).toHaveProperty('value.Id', 'web');
  });

  test('that passes at once is asked once', async () => {
    const fake = memoryEngine(everything);
    await look(fake, { plan: waiting(60_000) });
    expect(triesOf(fake)).toBe(1);
  });

  test('keeps its last facts when its time is over, and is tried at the very end', async () => {
    const fake = memoryEngine(() => null);
    const began = performance.now();
    const { facts } = await look(fake, { plan: waiting(300), holds: () => false });
    const took = performance.now() - began;
    expect(facts[key]).toEqual({ value: null });
    // At 0, 250 and 300 ms.
    expect(triesOf(fake)).toBe(3);
    expect(took).toBeGreaterThanOrEqual(295);
  });

  test('has its time from the beginning of the look, and does not wait for slow facts of others', async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const fake = memoryEngine(async (path) => {
      if (nameIn(path) === 'other') await slow;
      return everything(path);
    });
    let asked = 0;
    // Only what the waiting check finds lets the slow fact through: if it waited for that, this would never end.
    const holds = (): boolean => {
      if ((asked += 1) === 2) release();
      return asked >= 2;
    };
    await look(fake, { plan: waiting(60_000), holds });
    expect(asked).toBe(2);
  });

  test('shares what it asks with others that wait for the same', async () => {
    const fake = memoryEngine(async (path) => {
      await new Promise(setImmediate);
      return everything(path);
    });
    const { polls } = waiting(260);
    const plan = { ...planOf(requests), polls: [...polls, ...polls, ...polls] };
    await look(fake, { plan, holds: () => false, now: clock(0, 0, 0, 0, 1e6) });
    expect(triesOf(fake)).toBe(2);
  });

  test('ends at once when grading is called off', async () => {
    const stop = new AbortController();
    const fake = memoryEngine(everything);
    const began = performance.now();
    const done = look(fake, {
      plan: waiting(60_000),
      holds: () => {
        setImmediate(() => {
          stop.abort();
        });
        return false;
      },
      signal: stop.signal,
    });
    await done;
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(triesOf(fake)).toBe(1);
  });
});

describe('many checks on a full host', () => {
  /** A host of `size` containers; `missing` of the checks name one that is not there. */
  function hostOf(size: number): MemoryEngine {
    const rows = Array.from({ length: size }, (_, index) => ({
      Id: `id${index}`,
      Names: [`/box-${index}`],
      Image: 'ubuntu',
      State: 'running',
      Created: index,
    }));
    return memoryEngine((path) => {
      if (path === '/containers/json') return rows;
      if (path === '/images/json' || path === '/events') return [];
      const name = nameIn(path);
      return /^(box-|id)/.test(name) ? inspectOf(name) : null;
    });
  }
  const labOf = (count: number, nameOf: (index: number) => string) =>
    labWith([
      taskOf(
        'a',
        Array.from({ length: count }, (_, index) => onContainer(nameOf(index))),
      ),
    ]);

  test('cost no more engine calls than facts: 300 checks of containers that are there', async () => {
    const fake = hostOf(500);
    const plan = makePlan([labOf(300, (index) => `box-${index}`)]);
    const { facts } = await look(fake, { plan });
    // 300 inspects, two lists, events with their ping, and ping, version and info of the engine.
    expect(fake.calls).toHaveLength(300 + 2 + 2 + 3);
    expect(Object.keys(facts)).toHaveLength(plan.requests.length);
  });

  test('cost no more engine calls than names and containers: 300 checks of containers that are not there', async () => {
    const fake = hostOf(500);
    const lab = labOf(300, (index) => `gone-${index}`);
    const evidence = await look(fake, { plan: makePlan([lab]) });
    // Whoever may be meant is looked at once: all 300 names have the same newest containers.
    expect(fake.calls.length).toBeLessThanOrEqual(300 + 3 + 7);
    expect(judgeLab(lab, evidence).tasks[0]?.checks).toHaveLength(300);
  });

  test('ask the judge about a waiting check only when there is something new', async () => {
    const fake = hostOf(50);
    const lab = labWith([
      taskOf('a', [
        ...Array.from({ length: 50 }, (_, index) =>
          onContainer(`box-${index}`, { state: 'running' }, { within: 60_000 }),
        ),
        checkOf('engine', 'docker', { os: 'linux' }),
      ]),
    ]);
    let judged = 0;
    await look(fake, {
      plan: makePlan([lab]),
      holds: (poll, facts) => {
        judged += 1;
        return checkHolds([lab], poll, facts);
      },
    });
    expect(judged).toBe(50);
  });

  test('take time in proportion to their number', async () => {
    const time = async (checks: number): Promise<number> => {
      const lab = labOf(checks, (index) => (index % 3 === 0 ? `gone-${index}` : `box-${index}`));
      const fake = hostOf(500);
      const began = process.cpuUsage();
      judgeLab(lab, await look(fake, { plan: makePlan([lab]) }));
      return process.cpuUsage(began).user;
    };
    await time(100);
    const least = async (checks: number): Promise<number> =>
      Math.min(await time(checks), await time(checks), await time(checks), await time(checks));
    const few = await least(100);
    const many = await least(800);
    // Eight times as many; 64 times the work would be quadratic.
    expect(many / few).toBeLessThan(24);
  });
});
