import { expect, test } from '@jest/globals';
import { nameHistory, type NameHistory } from '../../../../../src/checks/kinds/image/name-history';
import type { RecordedEvent } from '../../../../../src/evidence/facts';
import { imageEvent } from '../../../../support/image-evidence';

const ubuntu = { domain: 'docker.io', path: 'library/ubuntu' };
const ID = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const made = '2026-11-24T12:00:00.500Z';
const second = Math.floor(Date.parse(made) / 1000);

/** The image `ID` and the name `ubuntu` after these events, in this order. */
const after = (events: readonly RecordedEvent[]): NameHistory =>
  nameHistory({ events }, ubuntu, { Id: `sha256:${ID}`, Created: made });

const create: RecordedEvent = {
  ...imageEvent('create', 'c'.repeat(64)),
  type: 'container',
  attributes: { image: 'docker.io/library/ubuntu:latest' },
};
const commit = (time: number, attributes: Record<string, string>): RecordedEvent => ({
  ...imageEvent('commit', 'c'.repeat(64), undefined, time),
  type: 'container',
  attributes,
});
/** Podman 4 says of which image only where it is removed, tagged or saved. */
const podman = {
  pull: imageEvent('pull', '', 'docker.io/library/ubuntu'),
  load: imageEvent('loadfromarchive', '', 'classmates.tar'),
  untag: imageEvent('untag', OTHER, 'docker.io/library/ubuntu:latest'),
};
const docker = {
  pull: imageEvent('pull', 'ubuntu:latest', 'ubuntu'),
  load: imageEvent('load', `sha256:${ID}`, `sha256:${ID}`),
};

test.each<[string, readonly RecordedEvent[], Partial<NameHistory>]>([
  [
    'a load after the name was taken away',
    [docker.pull, imageEvent('untag', `sha256:${OTHER}`, 'ubuntu:latest'), docker.load],
    { by: 'load' },
  ],
  [
    'a load after another image was removed, which may be the pulled one',
    [docker.pull, imageEvent('delete', `sha256:${OTHER}`, `sha256:${OTHER}`), docker.load],
    { by: 'load' },
  ],
  [
    'a load over a pulled name, which may have replaced it',
    [docker.pull, docker.load],
    { by: 'pull', loaded: true },
  ],
  [
    'a load of another image',
    [docker.pull, imageEvent('load', `sha256:${OTHER}`, `sha256:${OTHER}`)],
    { by: 'pull' },
  ],
  [
    'a pull that says that it was of another image',
    [imageEvent('pull', OTHER, 'docker.io/library/ubuntu:latest')],
    {},
  ],
  [
    'a pull that says that it was of this image, and a load',
    [imageEvent('pull', ID, 'docker.io/library/ubuntu:latest'), docker.load],
    { by: 'pull' },
  ],
  [
    'a tag of another image, which took the name',
    [docker.pull, imageEvent('tag', `sha256:${OTHER}`, 'ubuntu:latest')],
    {},
  ],
  [
    'Podman: a file loaded after the name was taken away',
    [podman.pull, podman.untag, podman.load],
    { by: 'load' },
  ],
  [
    'Podman: the same, and the pull that every run records',
    [podman.pull, podman.untag, podman.load, podman.pull, create],
    { by: 'pull', loaded: true },
  ],
  ['Podman: a pull, and nothing else', [podman.pull], { by: 'pull' }],
  ['Podman: a run that pulled', [podman.pull, create], { by: 'pull' }],
  [
    'Podman: a run of an image that was tagged here',
    [imageEvent('tag', ID, 'docker.io/library/ubuntu'), podman.pull, create],
    { by: 'pull', loaded: true },
  ],
  ['Podman: a file with who knows what, then a real pull', [podman.load, podman.pull], { by: 'pull' }],
  [
    'Podman: a commit in the second of the pull',
    [{ ...podman.pull, time: second }, commit(second, {})],
    { by: 'pull', made: 'commit' },
  ],
  [
    'Podman: a commit long after the image was made',
    [podman.pull, commit(second + 3600, {})],
    { by: 'pull' },
  ],
  [
    'Docker: a commit of another image',
    [docker.pull, commit(second, { imageID: `sha256:${OTHER}` })],
    { by: 'pull' },
  ],
  [
    'the containerd store: an image that was made here',
    [imageEvent('create', `sha256:${ID}`, `sha256:${ID}`)],
    { made: 'build' },
  ],
])('%s', (_what, events, expected) => {
  const { by, made: how, loaded } = after(events);
  expect({ by, made: how, loaded }).toEqual({
    by: undefined,
    made: undefined,
    loaded: undefined,
    ...expected,
  });
});
