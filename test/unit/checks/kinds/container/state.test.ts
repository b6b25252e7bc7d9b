import { describe, expect, test } from '@jest/globals';
import { stateOf } from '../../../../../src/checks/kinds/container/state';
import type { ContainerInspect, ContainerState, ContainerSummary } from '../../../../../src/evidence/docker';
import type { RecordedEvent } from '../../../../../src/evidence/facts';
import type { Json } from '../../../../../src/text/json';
import { checkOf, found, judged, theContainer, ubuntu } from '../../../../support/evidence';

const exited = (ExitCode: number, more: ContainerState = {}): ContainerState => ({
  Status: 'exited',
  Running: false,
  ExitCode,
  Error: '',
  StartedAt: '2026-01-01T00:00:00Z',
  FinishedAt: '2026-01-01T00:01:00Z',
  ...more,
});
const created = (Error: string, ExitCode = 127): ContainerState => ({
  Status: 'created',
  Running: false,
  ExitCode,
  Error,
});
const noTerminal = { Config: { Tty: false, OpenStdin: false, Image: 'ubuntu' } };
const cannotStart = 'OCI runtime create failed: unable to start container process: ';

interface Host {
  readonly events?: readonly string[];
  readonly others?: readonly ContainerSummary[];
  readonly status?: string;
  readonly state?: string;
}

function judge(
  inspect: ContainerInspect,
  keys: Record<string, Json>,
  { events = [], others = [], status, state }: Host = {},
) {
  const recorded = events.map((action, at): RecordedEvent => ({
    type: 'container',
    action,
    id: inspect.Id,
    attributes: { name: 'ubuntu' },
    time: at,
    timeNano: String(at),
    own: false,
  }));
  const row = {
    Id: inspect.Id,
    Names: ['/ubuntu'],
    Created: 10,
    ...(status !== undefined && { Status: status }),
    ...(state !== undefined && { State: state }),
  };
  return judged(checkOf('container', 'ubuntu', keys), [
    ...theContainer(inspect),
    found({ fact: 'containers' }, [row, ...others]),
    found({ fact: 'events' }, { events: recorded, completeSince: 0, readAt: 100 }),
  ]).verdict;
}

const second: ContainerSummary = {
  Id: 'f'.repeat(64),
  Names: ['/second'],
  Image: 'ubuntu',
  State: 'running',
  Created: 20,
  Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 80, Type: 'tcp' }],
};

describe('a container that should run', () => {
  test.each<[string, object, Partial<ContainerInspect>, Host]>([
    ['container.never-started', {}, { State: created('', 0) }, {}],
    [
      'container.options-after-image',
      { options: '-p 80:80' },
      {
        Path: '-p',
        Args: ['80:80'],
        Config: { Cmd: ['-p', '80:80'] },
        State: created(`${cannotStart}exec: "-p"`),
      },
      {},
    ],
    [
      'container.port-taken',
      { port: '80', holder: 'second' },
      { State: created('driver failed: Bind for 0.0.0.0:80 failed: port is already allocated', 128) },
      { others: [{ ...second, Image: 'nginx' }] },
    ],
    [
      'container.port-taken-on-host',
      { port: '80' },
      { State: created('driver failed: listen tcp4 0.0.0.0:80: bind: address already in use', 128) },
      {},
    ],
    [
      'container.program-not-found',
      { program: 'nosuch' },
      { State: created(`${cannotStart}exec: "nosuch": executable file not found in $PATH: unknown`) },
      {},
    ],
    [
      'container.program-not-executable',
      { program: '/etc/passwd' },
      { State: created(`${cannotStart}exec: "/etc/passwd": permission denied: unknown`, 126) },
      {},
    ],
    [
      'container.start-failed',
      { error: `${cannotStart}error mounting` },
      { State: created(`${cannotStart}error mounting`) },
      {},
    ],
    ['container.name-kept-by-attempt', { other: 'second' }, { State: exited(0) }, { others: [second] }],
    ['container.left-shell', {}, { State: exited(0) }, { events: ['create', 'start', 'attach', 'die'] }],
    ['container.left-shell', {}, { State: exited(127) }, { events: [] }],
    ['container.shell-without-terminal', { program: '/bin/bash' }, { State: exited(0), ...noTerminal }, {}],
    ['container.stopped', {}, { State: exited(137) }, { events: ['start', 'kill', 'kill', 'stop', 'die'] }],
    ['container.stopped', {}, { State: exited(0) }, { events: ['start', 'kill', 'die', 'stop'] }],
    ['container.killed', {}, { State: exited(137) }, { events: ['start', 'kill', 'die'] }],
    [
      'container.left-shell',
      {},
      { State: exited(0) },
      { events: ['start', 'kill', 'stop', 'die', 'start', 'die'] },
    ],
    // Docker tells of `docker restart` after the start that belongs to it.
    [
      'container.left-shell',
      {},
      { State: exited(0) },
      { events: ['start', 'kill', 'die', 'stop', 'start', 'restart', 'attach', 'die'] },
    ],
    ['container.engine-restarted', {}, { State: exited(137) }, { events: [] }],
    [
      'container.ended-by-signal',
      { code: 143 },
      { State: exited(143), Path: 'sleep', Args: ['9'] },
      { events: ['start'] },
    ],
    ['container.interrupted', {}, { State: exited(130), Path: 'sleep', Args: ['9'] }, {}],
    [
      'container.out-of-memory',
      { limit: '6 MiB' },
      { State: exited(137, { OOMKilled: true }), HostConfig: { Memory: 6 * 1024 * 1024 } },
      {},
    ],
    [
      'container.finished',
      { program: 'bash -c true' },
      { State: exited(0), Path: 'bash', Args: ['-c', 'true'] },
      {},
    ],
    [
      'container.exited-with',
      { code: 3, program: 'nginx' },
      { State: exited(3), Path: 'nginx', Args: [] },
      {},
    ],
    ['container.paused', {}, { State: { Status: 'paused', Running: true, Paused: true } }, {}],
    [
      'container.crash-looping',
      { code: 3, restarts: 4 },
      { State: { Status: 'restarting', Running: true, Restarting: true, ExitCode: 3 }, RestartCount: 4 },
      {},
    ],
    [
      'container.crash-looping',
      { restarts: 4 },
      { HostConfig: { RestartPolicy: { Name: 'always' } }, RestartCount: 4 },
      { status: 'Up 2 seconds' },
    ],
    [
      'container.crash-looping',
      { restarts: 4 },
      { HostConfig: { RestartPolicy: { Name: 'always' } }, RestartCount: 4 },
      { status: 'Restarting (3) Less than a second ago', state: 'restarting' },
    ],
    ['container.dead', {}, { State: { Status: 'dead', Running: false, Dead: true } }, {}],
    ['container.removing', {}, { State: { Status: 'removing', Running: false } }, {}],
  ])('%s %j', (code, args, changes, host) => {
    const verdict = judge(ubuntu(changes), { image: 'ubuntu', state: 'running' }, host);
    expect(verdict).toMatchObject({ outcome: 'failed', message: { code, args } });
  });

  test.each<[string, Partial<ContainerInspect>, Host]>([
    ['the reference', {}, {}],
    [
      'one that its policy has started again, and that is up for long since',
      { RestartCount: 5, HostConfig: { RestartPolicy: { Name: 'always' } } },
      { status: 'Up 2 minutes' },
    ],
    [
      'one that was started by hand a moment ago',
      { RestartCount: 0, HostConfig: { RestartPolicy: { Name: 'always' } } },
      { status: 'Up 1 second' },
    ],
    ['one with a second container beside it', {}, { others: [second] }],
  ])('passes: %s', (_what, changes, host) => {
    expect(judge(ubuntu(changes), { image: 'ubuntu', state: 'running' }, host).outcome).toBe('passed');
  });

  test('a second container that is not as asked does not count as the good one', () => {
    const verdict = judge(
      ubuntu({ State: exited(0) }),
      { image: 'ubuntu', state: 'running', ports: ['80:80'] },
      { others: [{ ...second, Ports: [] }] },
    );
    expect(verdict.message?.code).toBe('container.left-shell');
  });

  test('an entry point of its own may take options', () => {
    const curl = ubuntu({
      Path: '/usr/bin/curl',
      Args: ['-v'],
      Config: { Cmd: ['-v'], Entrypoint: ['/usr/bin/curl'] },
      State: exited(2),
    });
    expect(judge(curl, { state: 'running' }).message?.code).toBe('container.exited-with');
  });
});

describe('a container that should have ended', () => {
  test('passes with its exit code', () => {
    expect(judge(ubuntu({ State: exited(0) }), { state: 'exited', 'exit-code': 0 }).outcome).toBe('passed');
  });

  test('is told when it still runs', () => {
    expect(judge(ubuntu(), { 'exit-code': 0 }).message?.code).toBe('container.still-running');
    expect(judge(ubuntu(), { state: 'exited' }).message?.code).toBe('container.still-running');
  });

  test.each([
    ['container.not-paused', ubuntu(), 'paused'],
    ['container.not-paused', ubuntu({ State: exited(0) }), 'paused'],
    ['container.was-started', ubuntu(), 'created'],
    ['container.was-started', ubuntu({ State: exited(0) }), 'created'],
    [
      'container.paused-not-stopped',
      ubuntu({ State: { Status: 'paused', Running: true, Paused: true } }),
      'exited',
    ],
  ])('is told %s where another state is asked for', (code, inspect, state) => {
    expect(judge(inspect, { state }).message?.code).toBe(code);
  });

  test('is told its exit code, however it ended', () => {
    const killed = judge(
      ubuntu({ State: exited(137) }),
      { 'exit-code': 0 },
      { events: ['start', 'kill', 'die'] },
    );
    expect(killed.message).toMatchObject({ code: 'container.ended-by-signal', args: { code: 137 } });
  });
});

describe('the terminal', () => {
  test.each<[string, boolean, boolean]>([
    ['container.no-terminal', false, false],
    ['container.no-tty', false, true],
    ['container.no-stdin', true, false],
  ])('%s', (code, Tty, OpenStdin) => {
    const inspect = ubuntu({ Config: { Tty, OpenStdin, Image: 'ubuntu' } });
    expect(judge(inspect, { tty: true, stdin: true }).message).toEqual({ code, args: { name: 'ubuntu' } });
  });
});

describe('health', () => {
  test.each<[string, ContainerState['Health']]>([
    ['container.no-health-check', undefined],
    ['container.no-health-check', { Status: '' }],
    ['container.health-starting', { Status: 'starting' }],
    ['container.unhealthy', { Status: 'unhealthy', Log: [{ ExitCode: 1, Output: 'refused\n' }] }],
  ])('%s', (code, Health) => {
    const inspect = ubuntu({ State: { Status: 'running', Running: true, ...(Health && { Health }) } });
    expect(judge(inspect, { health: 'healthy' }).message?.code).toBe(code);
  });
});

test.each([
  ['configured', 'created'],
  ['initialized', 'created'],
  ['stopped', 'exited'],
  ['Running', 'running'],
])('Podman’s %s is %s', (Status, state) => {
  expect(stateOf({ inspect: ubuntu({ State: { Status } }) })).toBe(state);
});
