import { expect, test } from '@jest/globals';
import { registry } from '../../../../src/collect/facts/registry';
import type { RegistryFact } from '../../../../src/evidence/facts';
import { fakeHost, type Canned } from '../../../support/fake-host';
import { recordedImages, type RecordedEngine } from '../../../support/recorded-images';

const serves = (digest: string): Canned => ({ status: 200, body: { Descriptor: { digest } } });
const says = (status: number, message: string): Canned => ({ status, body: { message } });
const unknown = says(404, 'manifest unknown: manifest unknown');
const path = (name: string): string => `/distribution/docker.io/${name}/json`;
const digest = recordedImages('docker-20.10').servedDigest ?? '';
const newer = `sha256:${'e'.repeat(64)}`;
const byTag = path('library/ubuntu:latest');
const byDigest = path(`library/ubuntu@${digest}`);

/** What is asked and found for `ubuntu` on a recorded engine whose registry answers so. */
async function ask(
  answers: Readonly<Record<string, Canned>>,
  { name = 'docker-20.10', reference = 'ubuntu:latest', known = [], change = {} }: Options = {},
) {
  const recorded = recordedImages(name);
  const fact = { ...recorded.pulled, inspect: { ...recorded.pulled.inspect, ...change } };
  const host = fakeHost(answers, { engine: recorded.engine, [`image/${reference}`]: fact });
  const found = await registry({ fact: 'registry', reference, known }, host.looking);
  return { found, asked: host.asked };
}
interface Options {
  readonly name?: RecordedEngine;
  readonly reference?: string;
  readonly known?: readonly string[];
  readonly change?: object;
}

test.each<[RecordedEngine]>([['docker-20.10'], ['docker-28.5'], ['docker-28.5-containerd']])(
  '%s: a tag that the registry still serves as it was pulled takes one question',
  async (name) => {
    const { found, asked } = await ask({ [byTag]: serves(digest) }, { name });
    expect(found).toEqual({ value: { asked: true, confirmed: [digest], current: digest, servedAs: [] } });
    expect(asked).toEqual([byTag]);
  },
);

test('after an update in the registry the digest itself is asked for', async () => {
  const { found } = await ask({ [byTag]: serves(newer), [byDigest]: serves(digest) });
  expect(found).toEqual({
    value: { asked: true, confirmed: [digest], current: newer, servedAs: [] },
  });
});

test('a name that the registry does not know is an answer, not a fault', async () => {
  const { found } = await ask({ [byTag]: unknown, [byDigest]: unknown });
  expect(found).toEqual({ value: { asked: true, confirmed: [], current: null, servedAs: [] } });
});

test('another local tag of the repository that is served with this digest is found', async () => {
  const { found } = await ask(
    {
      [byTag]: serves(newer),
      [byDigest]: serves(digest),
      [path('library/ubuntu:22.04')]: serves(digest),
      [path('library/ubuntu:mine')]: unknown,
    },
    { change: { RepoTags: ['ubuntu:latest', 'ubuntu:22.04', 'ubuntu:mine', 'debian:12'] } },
  );
  expect(found).toMatchObject({ value: { servedAs: ['ubuntu:22.04'] } });
});

test('no registry is asked about a digest that the lab vouches for', async () => {
  const { found, asked } = await ask({}, { known: ['sha256:x', digest] });
  expect(found).toEqual({ value: { asked: false, confirmed: [], servedAs: [] } });
  expect(asked).toEqual([]);
});

test('no registry is asked about an image that has no digest under this name', async () => {
  const { found, asked } = await ask({}, { reference: 'student/ubuntu:v1' });
  expect(found).toEqual({ value: { asked: false, confirmed: [], servedAs: [] } });
  expect(asked).toEqual([]);
});

test('Podman cannot ask', async () => {
  const { found, asked } = await ask({}, { name: 'podman-5.8' });
  expect(found).toMatchObject({ fault: { code: 'unsupported' } });
  expect(asked).toEqual([]);
});

test.each([
  [
    'no such host',
    says(
      500,
      'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host',
    ),
    'registry.unreachable',
  ],
  [
    'no route',
    says(500, 'Get "https://registry-1.docker.io/v2/": dial tcp: connect: network is unreachable'),
    'registry.unreachable',
  ],
  [
    'dropped packets',
    says(
      500,
      'Get "https://10.99.200.1:5000/v2/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ),
    'registry.unreachable',
  ],
  [
    'our own deadline',
    { fault: { code: 'deadline', args: { call: 'GET /distribution', deadlineMs: 20_000 } } },
    'registry.unreachable',
  ],
  [
    'too many requests',
    says(429, 'toomanyrequests: You have reached your pull rate limit.'),
    'registry.rate-limited',
  ],
  [
    'too many requests inside of a 500',
    says(500, 'toomanyrequests: You have reached your pull rate limit.'),
    'registry.rate-limited',
  ],
  [
    'an error of the registry',
    says(503, 'received unexpected HTTP status: 503 Service Unavailable'),
    'registry.failed',
  ],
  [
    'an engine that is gone',
    { fault: { code: 'connection-lost', args: {} } } as unknown as Canned,
    'connection-lost',
  ],
] as readonly (readonly [string, Canned, string])[])('%s is a fault', async (_, answer, code) => {
  const { found, asked } = await ask({ [byTag]: answer });
  expect(found).toMatchObject({ fault: { code } });
  expect(asked).toEqual([byTag]);
});

const denied = says(
  401,
  'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n',
);

test('an official image that Docker Hub denies does not exist', async () => {
  const { found } = await ask({
    [byTag]: denied,
    [byDigest]: denied,
    [path('library/hello-world:latest')]: serves(newer),
  });
  expect(found).toEqual({ value: { asked: true, confirmed: [], current: null, servedAs: [] } });
});

test('a registry that denies what everybody may have says nothing', async () => {
  const { found } = await ask({ [byTag]: denied, [path('library/hello-world:latest')]: denied });
  expect(found).toMatchObject({ fault: { code: 'registry.denied' } });
});

test('a denied repository of a person may be private, so nothing is known', async () => {
  const { found } = await ask(
    { [path('student/ubuntu:v1')]: denied },
    { name: 'docker-28.5-containerd', reference: 'student/ubuntu:v1' },
  );
  expect(found).toMatchObject({
    fault: { code: 'registry.denied', args: { name: 'docker.io/student/ubuntu:v1' } },
  });
});

test('a registry that fails after the tag was answered leaves the digest unknown', async () => {
  const { found } = await ask({ [byTag]: serves(newer), [byDigest]: says(500, 'EOF') });
  expect(found).toMatchObject({ fault: { code: 'registry.unreachable' } });
});

test('there is nothing to ask about an image that is not there', async () => {
  const host = fakeHost({}, { engine: recordedImages('docker-20.10').engine, 'image/ubuntu:latest': null });
  expect(await registry({ fact: 'registry', reference: 'ubuntu:latest' }, host.looking)).toEqual({
    value: null,
  } satisfies { value: RegistryFact | null });
});
