import { describe, expect, test } from '@jest/globals';
import type { ImageSummary } from '../../../../../src/evidence/docker';
import type { RecordedEvent } from '../../../../../src/evidence/facts';
import { imageEvent, judgeImage, type ImageHost } from '../../../../support/image-evidence';
import { recordedEngines, recordedImages } from '../../../../support/recorded-images';

const id = (digit: string): string => `sha256:${digit.repeat(64)}`;
const row = (RepoTags: readonly string[] | null, more: Partial<ImageSummary> = {}): ImageSummary => ({
  Id: id('1'),
  RepoTags,
  RepoDigests: null,
  ...more,
});
const other = row(['postgres:16'], { Id: id('9') });
const created = (container: string, image: string): RecordedEvent => ({
  ...imageEvent('create', container),
  type: 'container',
  attributes: { image, name: 'x' },
});

/** The message about `name`, which is not on this host. */
function absence(name: string, host: ImageHost) {
  const tagged = name.includes(':') ? name : `${name}:latest`;
  const { verdict, cause } = judgeImage(name, { pulled: true }, { ...host, image: { [tagged]: null } });
  expect(verdict.outcome).toBe('failed');
  expect(cause).toBe(`image/${tagged}`);
  return verdict.message;
}

describe('an image that is not there', () => {
  test('on an engine that was never used: probably another engine was meant', () => {
    expect(absence('ubuntu', {})).toEqual({ code: 'image.nothing-here', args: { name: 'ubuntu:latest' } });
  });

  test('on an engine that was emptied it is a removed image, or just absent', () => {
    const events = [imageEvent('pull', 'ubuntu:latest', 'ubuntu'), imageEvent('delete', id('1'))];
    expect(absence('ubuntu', { events })).toMatchObject({ code: 'image.removed' });
    expect(absence('debian', { events })).toMatchObject({ code: 'image.absent' });
  });

  test('beside quite different images is absent', () => {
    expect(absence('ubuntu', { images: [other] })).toEqual({
      code: 'image.absent',
      args: { name: 'ubuntu:latest' },
    });
  });

  test('another tag of it is named', () => {
    const images = [other, row(['ubuntu:22.04', 'ubuntu:24.04'])];
    expect(absence('ubuntu', { images })).toEqual({
      code: 'image.other-tag',
      args: { name: 'ubuntu:latest', seen: ['ubuntu:22.04', 'ubuntu:24.04'] },
    });
  });

  test('what came while the host was looked at is no other tag of itself', () => {
    const images = [row(['ubuntu:latest'], { RepoDigests: [`ubuntu@${id('2')}`] })];
    expect(absence('ubuntu', { images })).toMatchObject({ code: 'image.absent' });
  });

  test('without a tag it is shown by its ID', () => {
    const images = [row(null, { RepoDigests: [`ubuntu@${id('2')}`] })];
    expect(absence('ubuntu', { images })).toEqual({
      code: 'image.untagged',
      args: { name: 'ubuntu:latest', id: '111111111111' },
    });
    expect(absence('debian', { images })).toMatchObject({ code: 'image.absent' });
  });

  test('the digest that the lab knows betrays it under another name', () => {
    const host = { images: [row(['mine:1'], { Id: id('5') })], digests: { ubuntu: [id('5')] } };
    expect(absence('ubuntu', host)).toEqual({
      code: 'image.other-name',
      args: { name: 'ubuntu:latest', seen: 'mine:1' },
    });
    expect(absence('debian', host)).toMatchObject({ code: 'image.absent' });
  });

  test('a pull that was recorded tells that it was removed', () => {
    const events = [imageEvent('pull', 'hello-world:latest', 'hello-world')];
    expect(absence('hello-world', { images: [other], events })).toMatchObject({ code: 'image.removed' });
    expect(absence('hello-world:linux', { images: [other], events })).toMatchObject({ code: 'image.absent' });
  });

  test('a container made from it is all that is left', () => {
    const containers = [{ Id: 'c1', Names: ['/amazing'], Image: id('7'), ImageID: id('7') }];
    const host = { images: [other], containers };
    expect(absence('hello-world', { ...host, events: [created('c1', 'hello-world')] })).toEqual({
      code: 'image.only-container-left',
      args: { name: 'hello-world:latest', container: 'amazing' },
    });
    expect(absence('hello-world', { ...host, events: [created('c1', 'debian')] })).toMatchObject({
      code: 'image.absent',
    });
    expect(absence('hello-world', host)).toMatchObject({ code: 'image.absent' });
  });

  test('the same last word on another registry is another image', () => {
    for (const tag of ['bitnami/nginx:latest', 'quay.io/nginx/nginx:1', 'localhost:5000/nginx:latest'])
      expect(absence('nginx', { images: [row([tag])] })).toMatchObject({
        code: 'image.other-repository',
        args: { name: 'nginx:latest', seen: tag },
      });
  });

  test.each(['hello-word', 'helloworld', 'hello-wrold'])('%s is a typing error of hello-world', (typed) => {
    expect(absence('hello-world', { images: [other, row([`${typed}:latest`])] })).toEqual({
      code: 'image.similar-name',
      args: { name: 'hello-world:latest', seen: `${typed}:latest` },
    });
  });

  test('a container that was given the image’s name is no image', () => {
    const containers = [{ Id: 'c1', Names: ['/ubuntu'], Image: 'debian', ImageID: id('9') }];
    expect(absence('ubuntu', { images: [other], containers })).toEqual({
      code: 'image.is-container',
      args: { name: 'ubuntu:latest', container: 'ubuntu', image: 'debian' },
    });
  });
});

test.each(recordedEngines)('the list of images of %s is read as it is', (engine) => {
  const { images } = recordedImages(engine);
  expect(absence('ubuntu:22.04', { images })).toMatchObject({
    code: 'image.other-tag',
    args: { seen: ['ubuntu:latest'] },
  });
  expect(absence('ubuntu-mutli', { images })).toMatchObject({
    code: 'image.similar-name',
    args: { seen: 'ubuntu-multi:latest' },
  });
});
