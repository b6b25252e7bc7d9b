import { expect, test } from '@jest/globals';
import type { Json } from '../../../../src/text/json';
import { checkOf, found, judged } from '../../../support/evidence';
import { classic } from '../../../support/image-evidence';
import { recordedEngines, recordedImages } from '../../../support/recorded-images';

const full = {
  ...classic,
  kernel: '6.1.0-18-amd64',
  operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  storageDriver: 'overlay2',
  cgroupVersion: '2',
  rootless: false,
};
const judge = (subject: string, keys: Readonly<Record<string, Json>> = {}, engine = full) =>
  judged(checkOf('engine', subject, keys), [found({ fact: 'engine' }, engine)]).verdict;

test.each<[string, Json]>([
  ['flavour', 'docker'],
  ['version', '>=20'],
  ['version', '20.10.24'],
  ['api', { gte: '1.41' }],
  ['os', 'linux'],
  ['arch', 'x86_64'],
  ['kernel', { matches: '^6\\.1' }],
  ['operating-system', { contains: 'Debian' }],
  ['name', 'lab'],
  ['storage-driver', 'overlay2'],
  ['store', 'classic'],
  ['rootless', false],
  ['cgroup-version', '2'],
])('%s holds', (key, expected) => {
  expect(judge('docker', { [key]: expected })).toMatchObject({ outcome: 'passed' });
});

test.each(recordedEngines)('%s is any engine, and its own flavour', (name) => {
  const { engine } = recordedImages(name);
  const facts = [found({ fact: 'engine' }, engine)];
  expect(judged(checkOf('engine', 'any'), facts).verdict.outcome).toBe('passed');
  expect(judged(checkOf('engine', engine.flavour), facts).verdict.outcome).toBe('passed');
  const other = engine.flavour === 'docker' ? 'podman' : 'docker';
  expect(judged(checkOf('engine', other), facts).verdict).toMatchObject({
    outcome: 'failed',
    message: {
      code: 'engine.other-flavour',
      args: { wanted: other, flavour: engine.flavour, version: engine.version },
    },
  });
});

test.each<[string, Json, string]>([
  ['version', '>=24', 'engine.other-version'],
  ['api', '>=1.44', 'engine.other-version'],
  ['rootless', true, 'engine.as-root'],
  ['arch', 'arm64', 'engine.other-platform'],
  ['os', 'windows', 'engine.other-platform'],
  ['storage-driver', 'btrfs', 'check.differs'],
])('%s %j is missed with %s', (key, expected, code) => {
  expect(judge('docker', { [key]: expected })).toMatchObject({ outcome: 'failed', message: { code } });
});

test('a rootless engine where the system’s is wanted is named', () => {
  expect(judge('docker', { rootless: false }, { ...full, rootless: true })).toMatchObject({
    message: { code: 'engine.rootless' },
  });
});

test('an engine that could not be identified is an error', () => {
  const fault = { code: 'deadline', args: { call: 'GET /info', deadlineMs: 1 } } as const;
  expect(judged(checkOf('engine', 'docker'), [['engine', { fault }]]).verdict.outcome).toBe('error');
});
