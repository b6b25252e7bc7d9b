import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { thisWorld } from '../../../src/collect/connect/world';
import type { Fault } from '../../../src/evidence/fault';
import { gradeLab } from '../../../src/grading/grade-lab';
import { loadLabs } from '../../../src/grading/load-labs';
import { takeEvidence } from '../../../src/grading/take-evidence';
import type { Outcome } from '../../../src/judge/verdict';
import type { Lab } from '../../../src/spec/lab';
import { atMost } from '../../../src/submission/at-most';
import { checkOf } from '../../support/evidence';
import { labWith, taskOf } from '../../support/lab-builder';
import { plugBefore, type PlugOptions } from './plug';

const minute = 60_000;
let room: CleanRoom;
let labs: readonly Lab[];
/** Nothing of it waits for what could not be found out. */
const standingAlone = labWith([
  taskOf('web', [checkOf('http', { container: 'ubuntu', port: 80 }, { status: 200 })]),
  taskOf('port', [checkOf('port', 80, { of: 'ubuntu' })]),
]);
/** Outcomes of all checks, in order, of a run without trouble; and how many requests it made. */
let healthy: readonly Outcome[];
let count = 0;

beforeAll(async () => {
  const loaded = loadLabs(['02-ubuntu', '03-nginx'], 'labs', resolve(__dirname, '../../..'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  labs = loaded.value.map(({ lab }) => lab);
  room = await openCleanRoom();
  await prepare();
  const calm = await gradeWith({ at: 0, trouble: 'dies' });
  if ('fault' in calm) throw new Error(calm.fault.code);
  healthy = calm.outcomes;
  count = calm.requests.length;
}, 10 * minute);
afterAll(() => room.close(), minute);

/** The container that both labs ask for, with nginx running in it. */
async function prepare(): Promise<void> {
  const script =
    'docker rm -f ubuntu; docker pull -q ubuntu; docker run -dit --stop-timeout 1 -p 80:80 --name ubuntu nginx bash && docker exec ubuntu nginx';
  const { code, stderr } = await room.run(['sh', '-c', script], { deadlineMs: 2 * minute });
  if (code !== 0) throw new Error(stderr);
}

interface Graded {
  readonly outcomes: readonly Outcome[];
  readonly incomplete: boolean;
  readonly requests: readonly string[];
}
interface Refused {
  readonly fault: Fault;
}

/** Grades through a socket that gives trouble, as the command does. */
async function gradeWith(
  options: Omit<PlugOptions, 'engine'>,
  graded: readonly Lab[] = labs,
): Promise<Graded | Refused> {
  const plug = await plugBefore({ engine: room.dockerHost, ...options });
  try {
    const evidence = await takeEvidence({
      labs: graded,
      world: { ...thisWorld(), env: { VIGIE_PORTS_AT: room.address } },
      preferences: { host: plug.dockerHost },
      memory: { recording: () => null, ownCalls: () => [], owning: (_container, _action, call) => call() },
      outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
      signal: new AbortController().signal,
    });
    if (!evidence.ok) return { fault: evidence.error };
    const reports = graded.map((lab) => gradeLab(lab, evidence.value));
    return {
      outcomes: reports.flatMap(({ tasks }) =>
        tasks.flatMap(({ checks }) => checks.map(({ outcome }) => outcome)),
      ),
      incomplete: reports.some(({ outcome }) => outcome === 'incomplete'),
      requests: plug.requests,
    };
  } finally {
    plug.close();
  }
}

/** With trouble at each request in turn; a few at the same time, each through a socket of its own. */
async function gradeAtEach(
  trouble: PlugOptions['trouble'],
): Promise<readonly { readonly at: number; readonly graded: Graded | Refused }[]> {
  const inTurn = atMost(4);
  const requests = Array.from({ length: count }, (_, index) => index + 1);
  return Promise.all(
    requests.map((at) => inTurn(async () => ({ at, graded: await gradeWith({ at, trouble }) }))),
  );
}

/** Checks that a run with trouble has failed, and one without has not. */
const robbed = (graded: Graded): number[] =>
  graded.outcomes.flatMap((outcome, index) =>
    outcome === 'failed' && healthy[index] !== 'failed' ? [index] : [],
  );

test('without trouble something passes, so that there is something to lose', () => {
  expect(healthy.filter((outcome) => outcome === 'passed').length).toBeGreaterThanOrEqual(8);
  expect(count).toBeGreaterThanOrEqual(20);
});

describe('at each single request of a grading', () => {
  test.each(['dies', 'dies-answering'] as const)(
    'an engine that %s gives one fault and no grade',
    async (trouble) => {
      const told = { fault: expect.objectContaining({ code: expect.stringMatching(/^engine\./) }) };
      for (const { at, graded } of await gradeAtEach(trouble))
        expect({ at, graded }).toEqual({ at, graded: told });
    },
    10 * minute,
  );

  test.each(['hiccup', 'fails'] as const)(
    'an engine that %s costs no check that passes without it',
    async (trouble) => {
      for (const { at, graded } of await gradeAtEach(trouble)) {
        if ('fault' in graded) expect(graded.fault.code).toMatch(/^engine\./);
        else expect({ at, robbed: robbed(graded) }).toEqual({ at, robbed: [] });
      }
    },
    10 * minute,
  );
});

test.each([1, 8])(
  'an engine that freezes at request %i is told as such, at its deadlines',
  async (at) => {
    const began = performance.now();
    const graded = await gradeWith({ at, trouble: 'freezes' });
    expect(graded).toEqual({ fault: expect.objectContaining({ code: 'engine.not-answering' }) });
    expect(performance.now() - began).toBeLessThan(minute);
  },
  2 * minute,
);

describe.each(['SIGKILL', 'SIGTERM'] as const)('a real dockerd that ends by %s', (signal) => {
  test.each([0.2, 0.5])(
    'after %d of the requests costs no check',
    async (part) => {
      let ended: Promise<void> | undefined;
      const stop = () => void (ended = room.stopEngine(signal));
      const graded = await gradeWith({ at: Math.ceil(part * count), trouble: stop });
      await ended;
      await room.startEngine();
      await prepare();
      if ('fault' in graded) expect(graded.fault.code).toMatch(/^engine\./);
      else expect(robbed(graded)).toEqual([]);
    },
    3 * minute,
  );

  test(
    'when it has told of the container, which then ends with it, gives no grade',
    async () => {
      expect(await gradeWith({ at: 0, trouble: 'dies' }, [standingAlone])).toMatchObject({
        outcomes: ['passed', 'passed'],
      });
      const at = 'GET /containers/ubuntu/json';
      const graded = await gradeWith({ at, trouble: () => room.stopEngine(signal) }, [standingAlone]);
      await room.startEngine();
      await prepare();
      expect(graded).toEqual({ fault: expect.objectContaining({ code: 'engine.connection-lost' }) });
    },
    3 * minute,
  );
});

test(
  'a real dockerd that is suspended in the middle is not answering, and loses nothing',
  async () => {
    const graded = await gradeWith({ at: 8, trouble: () => void room.stopEngine('SIGSTOP') });
    await room.stopEngine('SIGCONT');
    expect(graded).toEqual({ fault: expect.objectContaining({ code: 'engine.not-answering' }) });
    expect(await gradeWith({ at: 0, trouble: 'dies' })).toMatchObject({ outcomes: healthy });
  },
  3 * minute,
);
