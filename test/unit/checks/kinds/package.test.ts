import { describe, expect, test } from '@jest/globals';
import type { PackagesFact } from '../../../../src/evidence/facts';
import type { Json } from '../../../../src/text/json';
import { checkOf, found, judged, theContainer, ubuntu } from '../../../support/evidence';

const dpkg: PackagesFact = {
  manager: 'dpkg',
  installed: { nginx: '1.22.1-9+deb12u9' },
  unfinished: {},
  related: ['nginx-common'],
  count: 114,
};

function judge(name: string, fact: Partial<PackagesFact> = {}, keys: Record<string, Json> = {}) {
  return judged(checkOf('package', name, { in: 'ubuntu', ...keys }), [
    ...theContainer(ubuntu()),
    found({ fact: 'packages', container: 'ubuntu', names: [name] }, { ...dpkg, ...fact }),
  ]);
}

describe('a package check', () => {
  test('passes for the package of exactly that name', () => {
    expect(judge('nginx').verdict.outcome).toBe('passed');
    expect(judge('nginx', {}, { version: '>=1.18', manager: 'dpkg' }).verdict.outcome).toBe('passed');
  });

  test('passes in a stopped container', () => {
    const stopped = ubuntu({ State: { Status: 'exited', Running: false } });
    const facts = [
      ...theContainer(stopped),
      found({ fact: 'packages', container: 'ubuntu', names: ['nginx'] }, dpkg),
    ];
    expect(judged(checkOf('package', 'nginx', { in: 'ubuntu' }), facts).verdict.outcome).toBe('passed');
  });

  test('names the version that is installed instead', () => {
    expect(judge('nginx', {}, { version: '>=1.30' }).verdict.message).toEqual({
      code: 'package.other-version',
      args: { package: 'nginx', version: '1.22.1-9+deb12u9' },
    });
  });

  test.each<[string, string, Partial<PackagesFact>]>([
    ['package.absent', 'nginx', { indexFetched: true }],
    ['package.absent', 'nginx', {}],
    ['package.index-never-fetched', 'nginx', { indexFetched: false }],
    ['package.removed', 'nginx', { unfinished: { nginx: 'removed' }, indexFetched: false }],
    ['package.half-installed', 'nginx', { unfinished: { nginx: 'half-installed' } }],
    ['package.variant', 'nginx', { related: ['nginx-common', 'nginx-light'], indexFetched: true }],
    ['package.rival', 'nginx', { installed: { apache2: '2.4' }, indexFetched: true }],
    ['package.rival', 'python3', { installed: { python2: '2.7' }, indexFetched: true }],
    ['package.variant', 'python3', { related: ['python3-minimal'] }],
    ['package.no-database', 'nginx', { manager: 'none' }],
    // Of a rival's parts none is a variant of what was asked for.
    ['package.absent', 'nginx', { related: ['apache2-bin', 'nginx-common', 'nginx-doc'] }],
    // An unrelated package is no rival.
    ['package.absent', 'nginx', { installed: { python3: '3.11' } }],
  ])('says %s', (code, name, fact) => {
    expect(judge(name, { installed: {}, ...fact }).verdict).toMatchObject({
      outcome: 'failed',
      message: { code },
    });
  });

  test('misses one thing where nothing could be installed, however many packages are asked for', () => {
    const without = { installed: {}, related: [], indexFetched: false };
    expect(judge('nginx', without).cause).toBe('container/ubuntu/package-index');
    expect(judge('python3', without).cause).toBe('container/ubuntu/package-index');
    expect(judge('nginx', { ...without, indexFetched: true }).cause).toBe('package/ubuntu/nginx');
  });

  test('is an error where the database could not be read', () => {
    const fault = { fault: { code: 'format.unknown', args: { of: 'packages', detail: 'y' } } } as const;
    const { verdict } = judged(checkOf('package', 'nginx', { in: 'ubuntu' }), [
      ...theContainer(ubuntu()),
      ['packages/ubuntu', fault],
    ]);
    expect(verdict.outcome).toBe('error');
  });
});

describe('where nothing was installed', () => {
  const image = `sha256:${'a'.repeat(64)}`;
  const here = ubuntu({ Image: image });
  const event = (action: string, id: string, name: string) =>
    ({ type: 'container', action, id, attributes: { name }, time: 1, timeNano: '1', own: false }) as const;
  const row = (name: string, State: string, ImageID = image) => ({
    Id: name.padEnd(64, '0'),
    Names: [`/${name}`],
    State,
    ImageID,
  });
  const said = (rows: ReturnType<typeof row>[], events: ReturnType<typeof event>[] = []) =>
    judged(checkOf('package', 'nginx', { in: 'ubuntu' }), [
      ...theContainer(here),
      found({ fact: 'containers' }, [{ ...row('ubuntu', 'running'), Id: here.Id }, ...rows]),
      found({ fact: 'events' }, { events, completeSince: 0, readAt: 2 }),
      found(
        { fact: 'packages', container: 'ubuntu', names: ['nginx'] },
        { ...dpkg, installed: {}, related: [], indexFetched: false },
      ),
    ]).verdict.message;

  test('a container that took the place of another one is said to be new', () => {
    const events = ['create', 'start', 'die', 'destroy'].map((action) => event(action, 'older', 'ubuntu'));
    expect(said([], events)?.code).toBe('package.fresh-container');
  });

  test('an attempt that was never started lost nothing', () => {
    const events = ['create', 'destroy'].map((action) => event(action, 'older', 'ubuntu'));
    expect(said([], events)?.code).toBe('package.index-never-fetched');
  });

  test('a container of the same image that runs beside it is named', () => {
    expect(said([row('stray', 'running')])).toMatchObject({
      code: 'package.perhaps-elsewhere',
      args: { other: 'stray' },
    });
  });

  test.each([
    ['that does not run', [row('stray', 'exited')]],
    ['of another image', [row('stray', 'running', 'sha256:other')]],
    ['of which there are several', [row('stray', 'running'), row('other', 'running')]],
  ])('a container %s is not', (_which, rows) => {
    expect(said(rows)?.code).toBe('package.index-never-fetched');
  });
});
