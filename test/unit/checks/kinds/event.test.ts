import { describe, expect, test } from '@jest/globals';
import type { ContainerInspect } from '../../../../src/evidence/docker';
import type { EngineFact, EventsFact, RecordedEvent } from '../../../../src/evidence/facts';
import type { Json } from '../../../../src/text/json';
import { judgeCheck } from '../../../../src/judge/judge-check';
import { anyLab, checkOf, found, lookIn, theContainer, ubuntu } from '../../../support/evidence';
import { dateAt, millisAt, recorded, ubuntuId } from '../../../support/events';
import { labOf } from '../../../support/grade-checks';

const docker = { flavour: 'docker', id: 'E', version: '20.10.24' } as unknown as EngineFact; // the rest is not read
const started = ubuntu({
  Created: dateAt(0),
  State: { Status: 'running', Running: true, Paused: false, StartedAt: dateAt(0.2) },
});
/** `docker run -it --name ubuntu ubuntu`, as 20.10 records it. */
const run = [recorded(0.05, 'create'), recorded(0.1, 'attach'), recorded(0.2, 'start')];
const other = { id: 'c'.repeat(64), attributes: { name: 'web', image: 'nginx' } };
const before = { id: 'd'.repeat(64), attributes: { name: 'ubuntu', image: 'ubuntu' } };

interface Host {
  readonly inspect?: ContainerInspect | null;
  readonly fact?: Partial<EventsFact>;
  readonly flavour?: 'podman';
  readonly typed?: string;
  /** The lab asks that the container goes in the end. */
  readonly goes?: true;
}

function judge(
  subject: Record<string, Json>,
  events: readonly RecordedEvent[],
  keys: Record<string, Json> = {},
  { inspect = started, fact = {}, flavour, typed, goes }: Host = {},
) {
  const check = checkOf('event', { type: 'container', container: 'ubuntu', ...subject }, keys);
  const facts = [
    ...theContainer(inspect),
    found({ fact: 'containers' }, [
      ...(inspect ? [{ Id: inspect.Id, Names: ['/ubuntu'] }] : []),
      { Id: other.id, Names: ['/web'] },
    ]),
    found({ fact: 'engine' }, flavour ? { ...docker, flavour } : docker),
    found(
      { fact: 'events' },
      { events, completeSince: millisAt(-100) / 1000, readAt: millisAt(100) / 1000, ...fact },
    ),
    ...(typed === undefined
      ? []
      : [
          found(
            { fact: 'logs', container: 'ubuntu' },
            { tty: true, stdout: typed, stderr: '', truncated: false },
          ),
        ]),
  ];
  const more = [
    ...(typed === undefined ? [] : [checkOf('logs', 'ubuntu', { typed: 'x' })]),
    ...(goes === undefined ? [] : [checkOf('container', 'ubuntu', { exists: false })]),
  ];
  const lab = more.length === 0 ? anyLab : labOf(more);
  const { verdict, cause } = judgeCheck(check, lab, lookIn(facts));
  const fault = verdict.message?.code === 'check.fault' ? verdict.message.args.fault : undefined;
  const why = fault?.code === 'events.window' ? fault.args.reason : (fault?.code ?? verdict.message?.code);
  return { outcome: verdict.outcome, why, cause, seen: verdict.assertions.map(({ seen }) => seen) };
}
const told = (...args: Parameters<typeof judge>) => {
  const { outcome, why } = judge(...args);
  return [outcome, why];
};

describe('what was done', () => {
  test.each<[string, Record<string, Json>, RecordedEvent]>([
    ['docker top', { action: 'top' }, recorded(5, 'top')],
    ['docker exec', { action: 'exec_create' }, recorded(5, 'exec_create: sh -c true')],
    ['docker exec on Podman', { action: 'exec_create' }, recorded(5, 'exec')],
    ['its end on Podman', { action: 'die' }, recorded(5, 'died')],
    ['a health check', { action: 'health_status' }, recorded(5, 'health_status: healthy')],
    ['docker attach', { action: 'attach', while: 'running' }, recorded(5, 'attach')],
    [
      'an exec of this command',
      { action: 'exec_start', command: '/^ba?sh/' },
      recorded(5, 'exec_start: bash '),
    ],
    [
      'an exec with these words',
      { action: 'exec_start', command: '-c true' },
      recorded(5, 'exec_start: sh -c true'),
    ],
  ])('counts: %s', (_, subject, event) => {
    expect(told(subject, [...run, event])).toEqual(['passed', undefined]);
  });

  test.each<[string, Record<string, Json>, RecordedEvent]>([
    ['by Vigie', { action: 'top' }, recorded(5, 'top', { own: true })],
    ['on another container', { action: 'pause' }, recorded(5, 'pause', other)],
    ['with another action that begins alike', { action: 'exec' }, recorded(5, 'exec_create: sh')],
    ['with another command', { action: 'exec_start', command: '/^bash/' }, recorded(5, 'exec_start: sh ')],
    ['to an image of that name', { action: 'top' }, recorded(5, 'top', { type: 'image', id: 'ubuntu' })],
  ])('does not count: %s', (_, subject, event) => {
    expect(judge(subject, [...run, event]).outcome).toBe('failed');
  });

  test('to an image or a network counts by its name', () => {
    const pull = recorded(5, 'pull', { type: 'image', id: 'ubuntu:latest', attributes: { name: 'ubuntu' } });
    const check = (image: string) =>
      judge({ type: 'image', action: 'pull', image, container: null }, [pull]).outcome;
    expect(check('docker.io/library/ubuntu')).toBe('passed');
    expect(check('debian')).toBe('error');
    const connect = recorded(5, 'connect', {
      type: 'network',
      id: 'n'.repeat(64),
      attributes: { container: ubuntuId, name: 'backend' },
    });
    expect(judge({ type: 'network', action: 'connect', network: 'backend' }, [...run, connect]).outcome).toBe(
      'passed',
    );
    expect(judge({ type: 'network', action: 'connect', network: 'other' }, [...run, connect]).outcome).toBe(
      'failed',
    );
  });

  test('tells exit codes and signals', () => {
    const exec = { execID: 'x', name: 'ubuntu' };
    const events = [
      ...run,
      recorded(5, 'exec_create: false ', { attributes: exec }),
      recorded(6, 'exec_die', { attributes: { ...exec, exitCode: '1' } }),
      recorded(7, 'kill', { attributes: { name: 'ubuntu', signal: '15' } }),
    ];
    expect(told({ action: 'exec_die', command: 'false' }, events, { 'exit-code': 1 })).toEqual([
      'passed',
      undefined,
    ]);
    expect(judge({ action: 'exec_die' }, events, { 'exit-code': 0 }).outcome).toBe('failed');
    expect(told({ action: 'kill' }, events, { signal: 15 })).toEqual(['passed', undefined]);
  });

  test.each([
    [0, 'failed'],
    [2, 'passed'],
    [{ gte: 1 }, 'passed'],
    [{ lt: 2 }, 'failed'],
  ])('times: %j of two is %s', (times, outcome) => {
    expect(
      judge({ action: 'top' }, [...run, recorded(5, 'top'), recorded(6, 'top')], { times }).outcome,
    ).toBe(outcome);
  });
});

describe('while it runs', () => {
  const attach = { action: 'attach', while: 'running' };
  test.each<[string, readonly RecordedEvent[], string]>([
    ['docker run -it alone', run, 'failed'],
    [
      'docker start -ai',
      [...run, recorded(3, 'die'), recorded(4, 'attach'), recorded(4.1, 'start')],
      'failed',
    ],
    ['paused', [...run, recorded(3, 'pause'), recorded(4, 'attach'), recorded(5, 'unpause')], 'failed'],
    [
      'after a pause',
      [...run, recorded(3, 'pause'), recorded(4, 'unpause'), recorded(5, 'attach')],
      'passed',
    ],
    ['with only its end recorded after it', [recorded(4, 'attach'), recorded(5, 'die')], 'passed'],
    ['with only a start recorded after it', [recorded(4, 'attach'), recorded(5, 'start')], 'failed'],
    ['with nothing recorded but that it runs since before', [recorded(4, 'attach')], 'passed'],
  ])('%s: %s', (_, events, outcome) => {
    const restarted = ubuntu({
      Created: dateAt(0),
      State: { Running: true, StartedAt: dateAt(events.at(-1)?.action === 'start' ? 4.1 : 0.2) },
    });
    expect(judge(attach, events, {}, { inspect: restarted }).outcome).toBe(outcome);
  });
});

describe('what a grading that was broken off may have done itself', () => {
  const mine = recorded(5, 'top');
  const perhaps = recorded(6, 'top', { unsure: true });
  test.each<[Json, readonly RecordedEvent[], string]>([
    [{ gte: 1 }, [perhaps], 'error'],
    [{ gte: 1 }, [mine, perhaps], 'passed'],
    [{ gte: 2 }, [mine, perhaps], 'error'],
    [{ gte: 3 }, [mine, perhaps], 'failed'],
    [0, [perhaps], 'error'],
    [0, [mine, perhaps], 'failed'],
    [{ lte: 2 }, [mine, perhaps], 'passed'],
  ])('is nobody’s: times %j', (times, tops, outcome) => {
    expect(judge({ action: 'top' }, [...run, ...tops], { times }).outcome).toBe(outcome);
  });
  test('neither gives the point nor takes it', () => {
    expect(told({ action: 'top' }, [...run, perhaps])).toEqual(['error', 'overlap']);
    expect(told({ action: 'top' }, [...run, perhaps], { exists: false })).toEqual(['error', 'overlap']);
    const die = { attributes: { name: 'ubuntu', exitCode: '0', execID: 'x' } };
    const exec = [recorded(5, 'exec_die', die), recorded(6, 'exec_die', { ...die, unsure: true })];
    expect(told({ action: 'exec_die' }, [...run, ...exec], { 'exit-code': 0 })).toEqual([
      'passed',
      undefined,
    ]);
    expect(told({ action: 'exec_die' }, [...run, ...exec], { 'exit-code': { size: 2 } })).toEqual([
      'error',
      'overlap',
    ]);
  });
});

describe('on Podman, whose CLI attaches just after the start', () => {
  const attach = { action: 'attach', while: 'running' };
  const podman = { flavour: 'podman' } as const;
  const byRun = [recorded(0.05, 'create'), recorded(0.2, 'start'), recorded(0.202, 'attach')];
  test('`podman run -it` alone is no attach to a running container', () => {
    expect(told(attach, byRun, {}, podman)).toEqual(['failed', 'event.attached-by-run']);
    expect(told(attach, [...byRun, recorded(9, 'attach')], {}, podman)).toEqual(['passed', undefined]);
    expect(told({ action: 'attach' }, byRun, {}, podman)).toEqual(['passed', undefined]);
  });
  test('one that came so soon that a script may have typed it is undecided', () => {
    expect(told(attach, [...byRun.slice(0, 2), recorded(0.4, 'attach')], {}, podman)).toEqual([
      'error',
      'overlap',
    ]);
    expect(told(attach, [...byRun.slice(0, 2), recorded(0.9, 'attach')], {}, podman)).toEqual([
      'passed',
      undefined,
    ]);
  });
});

describe('what may have been forgotten', () => {
  const late = { completeSince: millisAt(10) / 1000 };
  test('is an error and never held against the student, with the reason', () => {
    expect(told({ action: 'top' }, [], {}, { fact: late })).toEqual(['error', 'restarted']);
    expect(told({ action: 'top' }, [], {}, { fact: { ...late, full: true } })).toEqual(['error', 'flushed']);
    expect(told({ action: 'top' }, [], {}, { fact: { completeSince: null } })).toEqual(['error', 'unknown']);
    expect(told({ action: 'die' }, [], { times: 0 }, { fact: late })).toEqual(['error', 'restarted']);
  });

  test.each<[Json, number, string]>([
    [{ gte: 1 }, 1, 'passed'],
    [{ gte: 2 }, 1, 'error'],
    [1, 1, 'error'],
    [0, 1, 'failed'],
    [{ lte: 1 }, 2, 'failed'],
    [{ lte: 3 }, 1, 'error'],
    [{ any: [0, 2] }, 3, 'failed'],
    [{ not: 5 }, 4, 'error'],
  ])(
    'decides only what a greater number would not change: times %j, seen %d: %s',
    (times, count, outcome) => {
      const tops = Array.from({ length: count }, (_, index) => recorded(20 + 2 * index, 'top'));
      expect(judge({ action: 'top' }, tops, { times }, { fact: late }).outcome).toBe(outcome);
    },
  );

  test('is nothing where the creation itself was recorded', () => {
    const since = { completeSince: millisAt(0.05) / 1000 };
    expect(told({ action: 'top' }, run, {}, { fact: since })).toEqual(['failed', 'event.none']);
    // The same events, but with a hole between them and now.
    expect(told({ action: 'top' }, run, {}, { fact: late })).toEqual(['error', 'restarted']);
  });

  test('shows where the engine knows of a start that was not recorded', () => {
    const again = ubuntu({ Created: dateAt(0), State: { Running: true, StartedAt: dateAt(50) } });
    expect(told({ action: 'die' }, run, { times: 0 }, { inspect: again })).toEqual(['error', 'restarted']);
  });

  test('is not what came between reading the events and looking at the container', () => {
    const fresh = ubuntu({ Created: dateAt(99.9), State: { Running: true, StartedAt: dateAt(100.1) } });
    const empty = { completeSince: millisAt(100) / 1000 };
    expect(told({ action: 'top' }, [], {}, { inspect: fresh, fact: empty })).toEqual([
      'failed',
      'event.none',
    ]);
  });

  test('cannot be told of earlier containers, nor of images', () => {
    expect(told({ action: 'top', earlier: true }, run)).toEqual(['error', 'unknown']);
    expect(told({ type: 'image', action: 'pull', image: 'ubuntu', container: null }, run)).toEqual([
      'error',
      'unknown',
    ]);
  });

  test.each<[Record<string, Json>, Json, string]>([
    [{ 'exit-code': { not: 0 } }, 'error', 'one that was not seen may have told 0'],
    [{ 'exit-code': { only: [1] } }, 'error', 'others may have told another'],
    [{ 'exit-code': 1 }, 'passed', 'it was seen'],
    [{ times: { not: 10 } }, 'error', 'there may have been ten'],
    [{ times: { not: 1 } }, 'error', 'there may have been more'],
    [{ times: { gte: 1 } }, 'passed', 'more change nothing'],
  ])('%j of earlier ones too: %s, for %s', (keys, outcome) => {
    const died = recorded(5, 'die', { attributes: { name: 'ubuntu', exitCode: '1' } });
    expect(told({ action: 'die', earlier: true }, [...run, died], keys)[0]).toBe(outcome);
  });

  test('on Podman is every `docker top`: it leaves no event', () => {
    expect(told({ action: 'top' }, run, {}, { flavour: 'podman' })).toEqual(['error', 'events.not-recorded']);
  });
});

describe('a container that is not there', () => {
  test('is told once, with the checks of the container', () => {
    expect(judge({ action: 'top' }, [], {}, { inspect: null })).toMatchObject({
      outcome: 'failed',
      cause: 'container/ubuntu',
    });
    expect(judge({ action: 'die' }, [], { times: 0 }, { inspect: null }).outcome).toBe('failed');
  });
  test('has done what is recorded of the one that had its name', () => {
    expect(told({ action: 'top' }, [recorded(5, 'top', before)], {}, { inspect: null })).toEqual([
      'passed',
      undefined,
    ]);
  });
});

describe('a container that is gone as the lab asks', () => {
  const life = [...run, recorded(50, 'die'), recorded(50.1, 'destroy')];
  const gone = { inspect: null, goes: true } as const;
  test('an event that may have been forgotten is held against nobody', () => {
    const since = (seconds: number, full?: true) => ({
      ...gone,
      fact: { completeSince: millisAt(seconds) / 1000, ...(full && { full }) },
    });
    expect(told({ action: 'top' }, life.slice(-2), {}, since(49, true))).toEqual(['error', 'flushed']);
    expect(told({ action: 'top' }, life.slice(-2), {}, since(49))).toEqual(['error', 'unknown']);
    expect(told({ action: 'top' }, [], {}, gone)).toEqual(['error', 'unknown']);
    expect(told({ action: 'pause' }, life.slice(-2), { times: 0 }, since(49, true))).toEqual([
      'error',
      'flushed',
    ]);
  });
  test('what was seen counts, and what was not is known to be so where its whole life was seen', () => {
    expect(told({ action: 'top' }, [...run, recorded(9, 'top'), ...life.slice(-2)], {}, gone)).toEqual([
      'passed',
      undefined,
    ]);
    expect(told({ action: 'top' }, life, {}, gone)).toEqual(['failed', 'event.none']);
    expect(told({ action: 'pause' }, life, { times: 0 }, gone)).toEqual(['passed', undefined]);
  });
});

describe('it was not done, but', () => {
  test.each<[string, Record<string, Json>, readonly RecordedEvent[], Host]>([
    ['event.none', { action: 'top' }, run, {}],
    ['event.on-other-container', { action: 'top' }, [...run, recorded(5, 'top', other)], {}],
    ['event.on-earlier-container', { action: 'top' }, [recorded(-5, 'top', before), ...run], {}],
    ['event.attached-by-run', { action: 'attach', while: 'running' }, run, {}],
    [
      'event.exec-instead',
      { action: 'attach', while: 'running' },
      [...run.slice(0, 1), run[2] ?? recorded(1, 'start'), recorded(5, 'exec_start: bash ')],
      {},
    ],
    ...['bash -c true', '/bin/sh -lc nginx'].map(
      (command): [string, Record<string, Json>, readonly RecordedEvent[], Host] => [
        'event.attached-by-run',
        { action: 'attach', while: 'running' },
        [...run, recorded(5, `exec_start: ${command}`)],
        {},
      ],
    ),
    ['event.typed-inside', { action: 'top' }, run, { typed: 'root@b6c13eacabfa:/# ps aux\r\nPID\r\n' }],
    ['event.none', { action: 'top' }, run, { typed: 'root@b6c13eacabfa:/# psql\r\n' }],
    ['event.none', { action: 'top' }, [...run, recorded(5, 'exec_start: bash ')], {}],
    [
      'event.none',
      { action: 'attach', while: 'running' },
      [...run.slice(0, 1), recorded(0.2, 'start'), recorded(5, 'exec_start: bashful ')],
      {},
    ],
  ])('%s', (code, subject, events, host) => {
    expect(told(subject, events, {}, host)).toEqual(['failed', code]);
  });

  const exit = (code: string) => recorded(9, 'die', { attributes: { name: 'ubuntu', exitCode: code } });
  const stopped = ubuntu({
    Created: dateAt(0),
    State: { Status: 'exited', Running: false, StartedAt: dateAt(0.2) },
  });
  test.each<[string, readonly RecordedEvent[]]>([
    ['event.ended-by-itself', [...run, exit('0')]],
    ['event.ended-by-itself', [...run, recorded(5, 'attach'), exit('127')]],
    ['event.ended-by-stop', [...run, recorded(8, 'kill'), exit('137'), recorded(9.1, 'stop')]],
    [
      'event.ended-often',
      [...run, exit('0'), recorded(20, 'start'), recorded(30, 'kill'), recorded(30.1, 'die')],
    ],
    ['event.ended-by-stop', [...run, recorded(8, 'kill'), recorded(8.9, 'stop'), exit('0')]],
    ['event.ended-by-kill', [...run, recorded(8, 'kill'), exit('137')]],
    ['event.ended-by-kill', [...run, exit('137')]],
  ])('should not have ended: %s', (code, events) => {
    expect(told({ action: 'die' }, events, { times: 0 }, { inspect: stopped })).toEqual(['failed', code]);
  });

  test('what should never have been done is told in the command’s words', () => {
    const top = [...run, recorded(5, 'top')];
    expect(told({ action: 'top' }, top, { exists: false })).toEqual(['failed', 'event.happened']);
    expect(told({ action: 'top' }, run, { exists: false })).toEqual(['passed', undefined]);
  });

  test('a number that is wrong is told', () => {
    expect(told({ action: 'top' }, [...run, recorded(5, 'top')], { times: { gte: 2 } })).toEqual([
      'failed',
      'event.count',
    ]);
  });
});
