import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draftLab } from '../../../src/draft/draft-lab';
import { keepWhatHolds, labOf } from '../../../src/draft/keep';
import { judgeLab } from '../../../src/judge/judge-lab';
import { answer, draftedHost, wish } from '../../support/drafted-host';
import { hostileText } from '../../support/hostile-text';

const text = fc.oneof(
  hostileText,
  fc.constantFrom('web', 'data', '/x/', '/(/', '~', 'null', '80', 'a: b', '<<', '__proto__'),
);
const aFew = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const map = <T>(one: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(text, one), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));

const port = fc.oneof(fc.constantFrom('80/tcp', '53/udp', '0/tcp', '99999/tcp'), text);
const binding = fc.record({
  HostIp: fc.oneof(fc.constantFrom('', '0.0.0.0', '127.0.0.1', '::1'), text),
  HostPort: fc.oneof(fc.constantFrom('', '0', '80', '8000-8010'), text),
});
const ports = fc
  .array(fc.tuple(port, aFew(binding)), { maxLength: 3 })
  .map((entries) => Object.fromEntries(entries));
const inspect = fc.record({
  State: fc.record({
    Status: fc.oneof(fc.constantFrom('running', 'exited', 'created', 'restarting', 'dead'), text),
    Running: fc.boolean(),
    Paused: fc.boolean(),
    Restarting: fc.boolean(),
    ExitCode: fc.integer(),
  }),
  Config: fc.record({
    Tty: fc.boolean(),
    OpenStdin: fc.boolean(),
    Image: fc.oneof(fc.constantFrom('ubuntu', 'sha256:0', 'aaaaaaaaaaaa', 'UPPER'), text),
    Env: aFew(fc.oneof(text, fc.constantFrom('A=1', '__proto__=x', 'constructor=y', '=z', 'PATH=/bin'))),
    Labels: map(text),
  }),
  HostConfig: fc.record({
    PortBindings: ports,
    PublishAllPorts: fc.boolean(),
    RestartPolicy: fc.record({
      Name: fc.oneof(fc.constantFrom('', 'no', 'always'), text),
      MaximumRetryCount: fc.integer(),
    }),
    Memory: fc.integer(),
    NanoCpus: fc.integer(),
    Privileged: fc.boolean(),
    NetworkMode: fc.oneof(fc.constantFrom('default', 'host'), text),
  }),
  NetworkSettings: fc.record({ Ports: ports, Networks: map(fc.constant({})) }),
  Mounts: aFew(
    fc.record({
      Type: fc.constantFrom('volume', 'bind', 'tmpfs'),
      Name: text,
      Source: text,
      Destination: text,
      RW: fc.boolean(),
    }),
  ),
});
const host = fc.record({
  // Of a container whose name cannot exist no lab can speak.
  name: maybe(
    fc.oneof(
      { arbitrary: text, weight: 1 },
      { arbitrary: fc.constantFrom('ubuntu', 'quizzical_lewin'), weight: 3 },
    ),
  ),
  inspect,
  image: fc.record({ RepoTags: aFew(fc.oneof(text, fc.constantFrom('ubuntu:latest', '<none>:<none>'))) }),
  commands: aFew(fc.oneof(text, fc.constantFrom('nginx: master process', 'python3 -m http.server'))),
  aptLog: text.map(
    (name) => `Start-Date: 2026-01-05  10:02:00\nInstall: nginx:amd64 (1), ${name}:amd64 (2)\n`,
  ),
  installed: map(fc.constant('1')),
  registry: fc.boolean(),
  http: fc.record({ status: fc.integer(), server: text }).map(({ status, server }) => ({
    ...answer,
    status,
    headers: { server },
    body: `<title>${server}</title>`,
  })),
});

test('whatever a host holds, its draft is sound and passes on it', () => {
  const tasks: number[] = [];
  fc.assert(
    fc.property(host, ({ name, ...rest }) => {
      const seen = { ...rest, ...(name !== undefined && { name }) };
      const evidence = draftedHost(seen);
      const drafted = keepWhatHolds(draftLab(wish({ containers: [name ?? 'ubuntu'] }), evidence), evidence);
      tasks.push(drafted.tasks.length);
      if (drafted.tasks.length === 0) return;
      const verdicts = judgeLab(labOf(drafted), evidence).tasks;
      expect(verdicts.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    }),
    { numRuns: 60 },
  );
  // An empty draft passes everywhere. Most of these hosts contradict themselves, and nothing is drafted from what cannot be found out; the others give more.
  expect(tasks.filter((count) => count > 1).length).toBeGreaterThan(tasks.length / 6);
});
