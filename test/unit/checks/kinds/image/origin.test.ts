import { describe, expect, test } from '@jest/globals';
import type { ImageFact, RecordedEvent } from '../../../../../src/evidence/facts';
import {
  imageEvent,
  judgeImage,
  notAsked,
  notServed,
  served,
  unreachable,
  type ImageHost,
} from '../../../../support/image-evidence';
import { recordedImages, type RecordedEngine } from '../../../../support/recorded-images';

const both = { pulled: true, verified: true };
const docker20 = recordedImages('docker-20.10');
const containerd = recordedImages('docker-28.5-containerd');
const podman = recordedImages('podman-5.8');
const podman4 = recordedImages('podman-4.3');
const digest = docker20.servedDigest ?? '';
const unsupported: ImageHost['registry'] = {
  fault: { code: 'unsupported', args: { call: 'GET /distribution', detail: 'podman' } },
};

/** What was seen for each assertion, `fault` for one that could not be had, and the message's code. */
function outcome(subject: string, name: string, host: ImageHost & { readonly fact?: ImageFact | undefined }) {
  const { fact, ...rest } = host;
  const { verdict } = judgeImage(subject, both, { ...rest, ...(fact && { image: { [name]: fact } }) });
  const [pulled, verified] = verdict.assertions.map(({ outcome: is, seen }) =>
    is === 'error' ? 'fault' : seen,
  );
  return { outcome: verdict.outcome, pulled, verified, code: verdict.message?.code };
}
const passed = { outcome: 'passed', pulled: true, verified: true, code: undefined };

describe.each<[RecordedEngine]>([['docker-20.10'], ['docker-28.5'], ['docker-28.5-containerd']])(
  'on %s',
  (name) => {
    const recorded = recordedImages(name);
    const { engine } = recorded;

    test('an image whose digest the registry serves under its name was pulled and is verified', () => {
      expect(
        outcome('ubuntu', 'ubuntu:latest', { engine, fact: recorded.pulled, registry: served(digest) }),
      ).toEqual(passed);
    });

    test.each([
      'ubuntu',
      'ubuntu:latest',
      'docker.io/library/ubuntu',
      'index.docker.io/library/ubuntu:latest',
    ])('%s is one name', (subject) => {
      expect(
        outcome(subject, 'ubuntu:latest', { engine, fact: recorded.pulled, registry: served(digest) }),
      ).toEqual(passed);
    });

    test('an index of platforms is what the registry serves, and what was pulled', () => {
      const index = recorded.multi.inspect.RepoDigests?.[0]?.split('@')[1] ?? '';
      expect(
        outcome('ubuntu-multi', 'ubuntu-multi:latest', {
          engine,
          fact: recorded.multi,
          registry: served(index),
        }),
      ).toEqual(passed);
    });

    test('a second name of a pulled image was not pulled', () => {
      const registry = engine.store === 'classic' ? notAsked : notServed;
      expect(
        outcome('student/ubuntu:v1', 'student/ubuntu:v1', { engine, fact: recorded.pulled, registry }),
      ).toEqual({ outcome: 'failed', pulled: false, verified: false, code: 'image.retagged' });
    });

    test.each([
      ['built', 'hello-lab', 'image.built-here'],
      ['buildkit', 'hello-bk', 'image.built-here'],
      ['committed', 'student/ubuntu:v2', 'image.committed'],
    ] as const)('what was %s here was not pulled', (kind, subject, code) => {
      const fact = recorded[kind];
      const made = Date.parse(fact?.inspect.Created ?? '') / 1000;
      const registry = engine.store === 'classic' ? notAsked : notServed;
      const at = subject.includes(':') ? subject : `${subject}:latest`;
      expect(outcome(subject, at, { engine, fact, registry, readAt: made + 60 })).toEqual({
        outcome: 'failed',
        pulled: false,
        verified: false,
        code,
      });
    });

    test('an own build under the name of an official image was not pulled', () => {
      const { inspect, history } = recorded.built;
      const forged: ImageFact = {
        inspect: {
          ...inspect,
          RepoTags: ['ubuntu:latest'],
          RepoDigests: engine.store === 'classic' ? [] : [`ubuntu@${inspect.Id}`],
        },
        history,
      };
      const registry =
        engine.store === 'classic' ? notAsked : served(digest, { confirmed: [], current: digest });
      expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact: forged, registry })).toEqual({
        outcome: 'failed',
        pulled: false,
        verified: false,
        code: 'image.built-here',
      });
    });

    test('the digests of the lab confirm an image without a registry', () => {
      const digests = { 'docker.io/library/ubuntu': [digest] };
      expect(
        outcome('ubuntu', 'ubuntu:latest', { engine, fact: recorded.pulled, registry: unreachable, digests }),
      ).toEqual(passed);
    });

    test('digests that the lab gives for another name confirm nothing', () => {
      const digests = { 'ubuntu:22.04': [digest], debian: [digest] };
      const { verified } = outcome('ubuntu', 'ubuntu:latest', {
        engine,
        fact: recorded.pulled,
        registry: unreachable,
        digests,
      });
      expect(verified).toBe('fault');
    });
  },
);

describe('the classic store', () => {
  const { engine, pulled } = docker20;

  test('knows a pull by its digest while the registry is silent; nothing is verified then', () => {
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact: pulled, registry: unreachable })).toEqual({
      outcome: 'error',
      pulled: true,
      verified: 'fault',
      code: 'check.fault',
    });
  });

  test('an image that the registry no longer serves was pulled, and is not verified', () => {
    const registry = served(digest, { confirmed: [], current: 'sha256:other' });
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact: pulled, registry })).toEqual({
      outcome: 'failed',
      pulled: true,
      verified: false,
      code: 'image.not-verified',
    });
  });

  test('a newer image in the registry takes nothing from the one that was pulled before', () => {
    const registry = served(digest, { current: 'sha256:newer' });
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact: pulled, registry })).toEqual(passed);
  });

  test('a recorded pull does not make up for the digest that every pull leaves', () => {
    const { inspect, history } = docker20.built;
    const fact = { inspect: { ...inspect, RepoTags: ['ubuntu:latest'] }, history };
    const events = [imageEvent('pull', 'ubuntu:latest', 'ubuntu', 4e9)];
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact, registry: notAsked, events })).toMatchObject({
      pulled: false,
      code: 'image.built-here',
    });
  });

  test('another tag of the repository that was given this name was not pulled', () => {
    const fact = {
      ...pulled,
      inspect: { ...pulled.inspect, RepoTags: ['ubuntu:22.04', 'ubuntu:latest'] },
    };
    const registry = served(digest, { current: 'sha256:latest', servedAs: ['ubuntu:22.04'] });
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact, registry })).toEqual({
      outcome: 'failed',
      pulled: false,
      verified: false,
      code: 'image.retagged',
    });
    expect(outcome('ubuntu:22.04', 'ubuntu:22.04', { engine, fact, registry: served(digest) })).toEqual(
      passed,
    );
  });

  test('what was loaded from a file was not pulled', () => {
    const fact = {
      ...pulled,
      inspect: {
        ...pulled.inspect,
        RepoTags: ['ubuntu:latest'],
        RepoDigests: [],
        Metadata: { LastTagTime: '0001-01-01T00:00:00Z' },
      },
    };
    const events = [imageEvent('load', pulled.inspect.Id, pulled.inspect.Id)];
    for (const host of [{ events }, {}])
      expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact, registry: notAsked, ...host })).toMatchObject(
        { pulled: false, verified: false, code: 'image.loaded' },
      );
  });

  test('an image that stayed, for others stand on it, and got its name back from a file, was loaded', () => {
    const fact = { ...pulled, inspect: { ...pulled.inspect, RepoTags: ['ubuntu:latest'], RepoDigests: [] } };
    const { Id } = pulled.inspect;
    const events = [
      imageEvent('pull', 'ubuntu:latest', 'ubuntu'),
      // The classic store does not say which name it took away.
      imageEvent('untag', Id, Id),
      imageEvent('load', Id, Id),
    ];
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact, registry: notAsked, events })).toMatchObject({
      pulled: false,
      verified: false,
      code: 'image.loaded',
    });
  });

  test('saving and loading a pulled image changes nothing', () => {
    const { Id } = pulled.inspect;
    const events = [
      imageEvent('pull', 'ubuntu:latest', 'ubuntu'),
      imageEvent('save', Id),
      imageEvent('load', Id),
    ];
    expect(
      outcome('ubuntu', 'ubuntu:latest', { engine, fact: pulled, registry: served(digest), events }),
    ).toEqual(passed);
  });

  test('what was imported from an archive was not pulled', () => {
    const fact = {
      ...pulled,
      inspect: { ...pulled.inspect, RepoTags: ['ubuntu:latest'], RepoDigests: [], Metadata: {} },
    };
    expect(outcome('ubuntu', 'ubuntu:latest', { engine, fact, registry: notAsked })).toMatchObject({
      pulled: false,
      code: 'image.imported',
    });
  });

  test('what was tagged and pushed from here was not pulled, until it is', () => {
    const own: readonly RecordedEvent[] = [
      imageEvent('tag', pulled.inspect.Id, 'ubuntu:latest'),
      imageEvent('push', 'ubuntu:latest', 'ubuntu'),
    ];
    const host = { engine, fact: pulled, registry: served(digest) };
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, events: own })).toMatchObject({
      pulled: false,
      code: 'image.pushed-from-here',
    });
    const events = [...own, imageEvent('pull', 'ubuntu:latest', 'ubuntu')];
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, events })).toEqual(passed);
  });
});

test('a name that was pulled, and then moved on in the registry, is no tag of its neighbour', () => {
  const fact = {
    ...docker20.pulled,
    inspect: { ...docker20.pulled.inspect, RepoTags: ['ubuntu:24.04', 'ubuntu:latest'] },
  };
  const registry = served(digest, { current: 'sha256:newer', servedAs: ['ubuntu:24.04'] });
  const events = [
    imageEvent('pull', 'ubuntu:24.04', 'ubuntu'),
    imageEvent('pull', 'ubuntu:latest', 'ubuntu'),
  ];
  expect(outcome('ubuntu', 'ubuntu:latest', { engine: docker20.engine, fact, registry, events })).toEqual(
    passed,
  );
});

describe('the containerd store', () => {
  const { engine, pulled } = containerd;
  const silent = { engine, fact: pulled, registry: unreachable };

  test('cannot tell a pull from anything else while the registry is silent', () => {
    expect(outcome('ubuntu', 'ubuntu:latest', silent)).toEqual({
      outcome: 'error',
      pulled: 'fault',
      verified: 'fault',
      code: 'check.fault',
    });
  });

  test('a recorded pull of that name tells, and verifies nothing', () => {
    const events = [imageEvent('pull', 'ubuntu:latest', 'ubuntu', 1795507783)];
    expect(outcome('ubuntu', 'ubuntu:latest', { ...silent, events })).toMatchObject({
      outcome: 'error',
      pulled: true,
      verified: 'fault',
    });
  });

  test('a recorded pull of another name tells nothing', () => {
    const events = [
      imageEvent('pull', 'ubuntu:22.04', 'ubuntu', 1795507783),
      imageEvent('pull', 'debian:latest'),
    ];
    expect(outcome('ubuntu', 'ubuntu:latest', { ...silent, events }).pulled).toBe('fault');
  });

  test('an image that was made after the recorded pull is not what was pulled', () => {
    const fact = containerd.buildkit;
    const made = Date.parse(fact?.inspect.Created ?? '') / 1000;
    const events = [imageEvent('pull', 'hello-bk:latest', 'hello-bk', made - 60)];
    expect(
      outcome('hello-bk', 'hello-bk:latest', {
        engine,
        fact,
        registry: notServed,
        events,
        readAt: made + 60,
      }),
    ).toMatchObject({ pulled: false, code: 'image.built-here' });
  });

  test('a tag given after the recorded pull is a tag, also while the registry is silent', () => {
    const events = [
      imageEvent('pull', 'ubuntu:latest', 'ubuntu'),
      imageEvent('tag', pulled.inspect.Id, 'ubuntu:latest'),
    ];
    expect(outcome('ubuntu', 'ubuntu:latest', { ...silent, events })).toMatchObject({
      outcome: 'failed',
      pulled: false,
      verified: false,
      code: 'image.retagged',
    });
  });

  test.each(['pull', 'save'])('loading what was there already, as a %s shows, changes nothing', (action) => {
    const events = [
      imageEvent(action, 'ubuntu:latest', 'ubuntu'),
      imageEvent('load', pulled.inspect.Id, 'ubuntu:latest'),
    ];
    const host = { engine, fact: pulled, registry: served(digest) };
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, events })).toEqual(passed);
    const removed = [events[0], imageEvent('delete', pulled.inspect.Id), events[1]].flatMap(
      (event) => event ?? [],
    );
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, events: removed })).toMatchObject({
      pulled: false,
      code: 'image.loaded',
    });
  });

  test('a genuine image that was loaded from a file was not pulled, though the registry knows it', () => {
    const events = [imageEvent('load', pulled.inspect.Id, 'ubuntu:latest')];
    expect(
      outcome('ubuntu', 'ubuntu:latest', { engine, fact: pulled, registry: served(digest), events }),
    ).toMatchObject({ pulled: false, verified: true, code: 'image.loaded' });
  });
});

describe.each([
  ['podman-4.3', podman4],
  ['podman-5.8', podman],
] as const)('on %s', (_, recorded) => {
  const { engine, pulled } = recorded;
  const host = { engine, registry: unsupported };
  const pull = imageEvent('pull', '', 'docker.io/library/ubuntu:latest', 1795510503);

  test('a recorded pull tells, and verifies nothing', () => {
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, fact: pulled, events: [pull] })).toMatchObject({
      outcome: 'error',
      pulled: true,
      verified: 'fault',
    });
  });

  test('the digests of the lab verify', () => {
    const digests = { ubuntu: [(pulled.inspect.RepoDigests?.[0] ?? '').split('@')[1] ?? ''] };
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, fact: pulled, digests })).toEqual(passed);
  });

  test('without either nobody can tell', () => {
    expect(outcome('ubuntu', 'ubuntu:latest', { ...host, fact: pulled })).toMatchObject({
      outcome: 'error',
      pulled: 'fault',
    });
  });

  test('a tag was not pulled, though Podman gives it the digest of what was', () => {
    const tag = imageEvent('tag', pulled.inspect.Id, 'docker.io/student/ubuntu:v1', 1795510571);
    expect(
      outcome('student/ubuntu:v1', 'student/ubuntu:v1', { ...host, fact: pulled, events: [pull, tag] }),
    ).toMatchObject({ pulled: false, code: 'image.retagged' });
  });

  test('a build was not pulled', () => {
    const fact = recorded.built;
    const build = imageEvent('build', '', fact.inspect.Id.replace('sha256:', ''), 1795510997);
    expect(
      outcome('hello-lab', 'hello-lab:latest', { ...host, fact, events: [build], readAt: 1795510999 }),
    ).toMatchObject({ pulled: false, code: 'image.built-here' });
  });
});

test('a load over a pulled name is not known to be it while the registry is silent, and is not it once the registry says so', () => {
  const { engine, pulled } = containerd;
  const events = [
    imageEvent('pull', 'ubuntu:latest', 'ubuntu', 1795507783),
    imageEvent('load', pulled.inspect.Id, pulled.inspect.Id, 1795507790),
  ];
  const host = { engine, fact: pulled, events };
  expect(outcome('ubuntu', 'ubuntu:latest', { ...host, registry: unreachable }).pulled).toBe('fault');
  expect(outcome('ubuntu', 'ubuntu:latest', { ...host, registry: notServed }).pulled).toBe(false);
  expect(outcome('ubuntu', 'ubuntu:latest', { ...host, registry: served(digest) })).toEqual(passed);
});

test('what Podman takes for a short name at another registry is another image', () => {
  const { engine, pulled } = podman;
  const tags = ['quay.io/podman/hello:latest'];
  const fact = { ...pulled, inspect: { ...pulled.inspect, RepoTags: tags, RepoDigests: [] } };
  const events = [imageEvent('pull', '', 'hello-world')];
  const { verdict } = judgeImage('hello-world', both, {
    engine,
    image: { 'hello-world:latest': fact },
    events,
    registry: unsupported,
  });
  expect(verdict).toMatchObject({
    outcome: 'failed',
    message: {
      code: 'image.taken-for-it',
      args: {
        name: 'hello-world:latest',
        full: 'docker.io/library/hello-world:latest',
        seen: 'quay.io/podman/hello:latest',
      },
    },
  });
});

test('what the student made under a short name is found where Podman keeps it', () => {
  const { engine, built } = podman;
  const tags = ['localhost/hello-lab:latest'];
  const fact = { ...built, inspect: { ...built.inspect, RepoTags: tags, RepoDigests: [] } };
  const { verdict } = judgeImage(
    'hello-lab',
    { exists: true },
    { engine, image: { 'hello-lab:latest': fact } },
  );
  expect(verdict.outcome).toBe('passed');
});

describe('a lab that names the mirrors that count', () => {
  const throughMirror = (name: RecordedEngine, mirrors: readonly string[]) => {
    const { engine, pulled } = recordedImages(name);
    const host = { engine: { ...engine, mirrors: ['mirror.example.org:5000'] }, fact: pulled };
    return outcome('ubuntu', 'ubuntu:latest', { ...host, mirrors, registry: served(digest) });
  };

  test.each<RecordedEngine>(['docker-20.10', 'docker-28.5-containerd'])(
    'takes the word of these, and of no other: %s',
    (name) => {
      expect(throughMirror(name, ['Mirror.example.org:5000'])).toEqual(passed);
      for (const others of [[], ['other.example.org']])
        expect(throughMirror(name, others)).toMatchObject({
          outcome: 'error',
          pulled: 'fault',
          verified: 'fault',
        });
    },
  );

  test('takes that of Docker Hub from an engine without any', () => {
    const { engine, pulled: fact } = docker20;
    const host = { engine, fact, registry: served(digest), mirrors: [] };
    expect(outcome('ubuntu', 'ubuntu:latest', host)).toEqual(passed);
  });

  test('knows what was made here all the same', () => {
    const { engine, built } = docker20;
    const fact = { ...built, inspect: { ...built.inspect, RepoTags: ['ubuntu:latest'] } };
    const mirrors: readonly string[] = ['mirror.example.org:5000'];
    const host = { engine: { ...engine, mirrors }, fact, registry: notAsked, mirrors: [] };
    expect(outcome('ubuntu', 'ubuntu:latest', host)).toMatchObject({
      outcome: 'failed',
      pulled: false,
      verified: false,
    });
  });
});
