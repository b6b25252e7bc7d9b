import { expect, test } from '@jest/globals';
import { whoseContainer, whoseImage } from '../../../../src/collect/engine/asked-for';

const Id = 'dbc8'.padEnd(64, '0');
const digest = `sha256:${'a'.repeat(64)}`;

test.each([
  ['web', 'asked'],
  ['/web', 'asked'],
  ['dbc800000000', 'asked'],
  [Id, 'asked'],
  ['db', 'likeness'],
  ['dbc80000000', 'likeness'],
  ['other', 'other'],
  ['dbc900000000', 'other'],
])('the container /web is %s: %s', (asked, whose) => {
  expect(whoseContainer(asked, { Id, Name: '/web' })).toBe(whose);
});

test('a name that looks like an ID is a name', () => {
  expect(whoseContainer('abc', { Id, Name: '/abc' })).toBe('asked');
  expect(whoseContainer('abcdefabcdef', { Id, Name: '/abcdefabcdef' })).toBe('asked');
});

const image = {
  Id: `sha256:${'ba5e'.padEnd(64, '0')}`,
  RepoTags: ['ubuntu:latest', 'localhost/mine:latest', 'quay.io/podman/hello:latest'],
  RepoDigests: [`ubuntu@${digest}`],
};

test.each([
  ['ubuntu', 'asked'],
  ['docker.io/library/ubuntu:latest', 'asked'],
  [`ubuntu@${digest}`, 'asked'],
  [`ubuntu:latest@${digest}`, 'asked'],
  ['mine', 'asked'],
  ['ba5e00000000', 'asked'],
  [image.Id, 'asked'],
  ['ba5e', 'likeness'],
  ['ubuntu:22.04', 'other'],
  ['hello-world', 'other'],
  [`ubuntu@sha256:${'b'.repeat(64)}`, 'other'],
])('the image ubuntu:latest is %s: %s', (asked, whose) => {
  expect(whoseImage(asked, image)).toBe(whose);
});
