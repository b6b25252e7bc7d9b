import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../../../src/evidence/evidence';
import type { EngineFact, ImageFact, RecordedEvent, RegistryFact } from '../../../../../src/evidence/facts';
import { judgeCheck } from '../../../../../src/judge/judge-check';
import type { Lab } from '../../../../../src/spec/lab';
import type { Json } from '../../../../../src/text/json';
import { anyLab, checkOf, found, lookIn, theContainer, ubuntu } from '../../../../support/evidence';
import { imageEvent, notAsked, notServed, served, unreachable } from '../../../../support/image-evidence';
import { recordedImages } from '../../../../support/recorded-images';

const classic = recordedImages('docker-20.10');
const containerd = recordedImages('docker-28.5-containerd');
const registrys: Partial<Lab> = { images: ['ubuntu'] };
const digest = classic.servedDigest ?? '';

interface Host {
  readonly engine?: EngineFact;
  /** The image that the container runs; `null`: it was removed. */
  readonly image: ImageFact | null;
  readonly registry?: Fact<RegistryFact>;
  readonly events?: readonly RecordedEvent[];
  /** As it stood after `docker run`. */
  readonly called?: string;
  readonly lab?: Partial<Lab>;
}

function judge(expected: Json, host: Host) {
  const { engine = classic.engine, image, registry = notAsked, events = [], called = 'ubuntu' } = host;
  const id = image?.inspect.Id ?? 'sha256:gone';
  const box = ubuntu({ Image: id, Created: '2026-11-24T12:00:00Z', Config: { Image: called } });
  const names = ['ubuntu', 'ubuntu:latest', 'debian:latest'];
  const facts = [
    ...theContainer(box),
    found({ fact: 'engine' }, engine),
    found({ fact: 'events' }, { events, completeSince: null, readAt: 0 }),
    ...names.map((name) =>
      found({ fact: 'made-from', container: 'ubuntu', image: name }, { id, image, registry }),
    ),
  ];
  const check = checkOf('container', 'ubuntu', { image: expected });
  const lab: Lab = { ...anyLab, ...registrys, ...host.lab };
  const { verdict } = judgeCheck(check, lab, lookIn(facts));
  return { outcome: verdict.outcome, seen: verdict.assertions[0]?.seen, message: verdict.message };
}

/** An image of the recorded engine, with other names. */
const named = (
  { inspect, history }: ImageFact,
  tags: readonly string[],
  digests: readonly string[],
): ImageFact => ({
  inspect: { ...inspect, RepoTags: tags, RepoDigests: digests },
  history,
});
const old = named(classic.pulled, [], [`ubuntu@${digest}`]);
const other = named(classic.pulled, ['debian:latest', 'ubuntu:latest'], ['debian@sha256:' + 'd'.repeat(64)]);
const unnamed = named(classic.pulled, [], []);

describe('the image that a container runs', () => {
  test('is the one that was pulled under the name, though a newer one has the name now', () => {
    expect(judge('ubuntu', { image: old })).toMatchObject({ outcome: 'passed', seen: 'ubuntu' });
  });

  test('is another one that was only given the name', () => {
    expect(judge('ubuntu', { image: other })).toMatchObject({
      outcome: 'failed',
      seen: 'debian:latest',
      message: {
        code: 'container.borrowed-image',
        args: { expected: 'ubuntu:latest', how: 'tag', original: 'debian:latest' },
      },
    });
  });

  test('is not meant by a name that it only borrowed, whatever matcher is around it', () => {
    expect(judge({ any: ['ubuntu', 'alpine'] }, { image: other }).outcome).toBe('failed');
    expect(judge({ not: 'ubuntu' }, { image: other }).outcome).toBe('passed');
    expect(judge({ not: 'ubuntu' }, { image: old }).outcome).toBe('failed');
    expect(judge({ any: ['ubuntu', 'debian'] }, { image: old }).outcome).toBe('passed');
  });

  test.each([
    ['built', classic.built, 'build'],
    ['committed', classic.committed, 'commit'],
  ])('was %s here under the name', (_, image, how) => {
    expect(judge('ubuntu', { image: named(image ?? old, ['ubuntu:latest'], []) })).toMatchObject({
      outcome: 'failed',
      message: { code: 'container.borrowed-image', args: { how } },
    });
  });

  test('is what a pull had given the name when the container was made, whatever the name got afterwards', () => {
    const before = Date.parse('2026-11-24T11:59:00Z') / 1000;
    const events = [
      imageEvent('pull', 'ubuntu:latest', 'ubuntu', before),
      imageEvent('tag', `sha256:${'e'.repeat(64)}`, 'ubuntu:latest', before + 120),
    ];
    expect(judge('ubuntu', { image: unnamed, events })).toMatchObject({ outcome: 'passed' });
  });

  test('is unknown once all its names are gone and nobody remembers, or it is gone itself', () => {
    const untraced = (why: string) => ({
      outcome: 'error',
      message: { args: { fault: { code: 'image.untraced', args: { name: 'ubuntu:latest', why } } } },
    });
    expect(judge('ubuntu', { image: unnamed })).toMatchObject(untraced('unnamed'));
    expect(judge('ubuntu', { image: null })).toMatchObject(untraced('gone'));
    const events = [imageEvent('load', unnamed.inspect.Id, unnamed.inspect.Id)];
    const loaded = named(unnamed, ['ubuntu:latest'], []);
    expect(judge('ubuntu', { image: loaded, events })).toMatchObject(untraced('loaded'));
  });

  test('is known by the digest that the lab vouches for, be it the image’s own', () => {
    const loaded = named(classic.pulled, ['ubuntu:latest'], []);
    const events = [imageEvent('load', loaded.inspect.Id, loaded.inspect.Id)];
    const lab = { digests: { ubuntu: [loaded.inspect.Id] } };
    expect(judge('ubuntu', { image: loaded, events, lab }).outcome).toBe('passed');
  });

  test('is asked of the registry where the store notes no digests', () => {
    const { engine, pulled: image } = containerd;
    const on = (registry: Fact<RegistryFact>) => judge('ubuntu', { engine, image, registry });
    expect(on(served(digest)).outcome).toBe('passed');
    expect(on(notServed).outcome).toBe('failed');
    expect(on(unreachable)).toMatchObject({
      outcome: 'error',
      message: { args: { fault: { code: 'registry.unreachable' } } },
    });
  });

  test('is a build of the student’s own where the lab or the registry says that the name is hers', () => {
    const image = named(classic.built, ['ubuntu:latest'], []);
    const asked: Fact<RegistryFact> = { value: { asked: true, confirmed: [], current: null, servedAs: [] } };
    expect(judge('ubuntu', { image, lab: { images: ['debian'] } }).outcome).toBe('passed');
    expect(judge('ubuntu', { image, lab: { images: [] }, registry: asked }).outcome).toBe('passed');
    expect(
      judge('ubuntu', { image, lab: { images: [] }, registry: served(digest, { confirmed: [] }) }).outcome,
    ).toBe('failed');
    expect(judge('ubuntu', { image, lab: { images: [] }, registry: unreachable }).outcome).toBe('error');
  });

  test('is taken by its name from evidence that holds nothing else', () => {
    const box = ubuntu({ Image: old.inspect.Id, Config: { Image: 'ubuntu' } });
    const check = checkOf('container', 'ubuntu', { image: 'ubuntu' });
    const { verdict } = judgeCheck(check, { ...anyLab, ...registrys }, lookIn(theContainer(box)));
    expect(verdict.outcome).toBe('passed');
  });

  test('is meant by its digest, whatever it is called', () => {
    const wanted = `ubuntu@${digest}`;
    const box = ubuntu({ Image: old.inspect.Id, Config: { Image: 'ubuntu' } });
    const made = { id: old.inspect.Id, image: old, registry: notAsked };
    const facts = [
      ...theContainer(box),
      found({ fact: 'engine' }, classic.engine),
      found({ fact: 'made-from', container: 'ubuntu', image: wanted }, made as never),
    ];
    const check = checkOf('container', 'ubuntu', { image: wanted });
    expect(judgeCheck(check, { ...anyLab, ...registrys }, lookIn(facts)).verdict.outcome).toBe('passed');
  });
});
