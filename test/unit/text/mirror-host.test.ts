import { expect, test } from '@jest/globals';
import { isMirrorHost, mirrorHost } from '../../../src/text/mirror-host';

test.each([
  ['https://mirror.example.org/', 'mirror.example.org'],
  ['http://127.0.0.1:5000', '127.0.0.1:5000'],
  ['127.0.0.1:15999', '127.0.0.1:15999'],
  ['https://ada:secret@Mirror.example.org:5000/v2/', 'mirror.example.org:5000'],
  ['mirror.example.org/docker', 'mirror.example.org'],
  ['', ''],
])('%s names the host %s', (written, host) => {
  expect(mirrorHost(written)).toBe(host);
});

test.each([
  ['mirror.example.org', true],
  ['127.0.0.1:5000', true],
  ['[::1]:5000', true],
  ['https://mirror.example.org', false],
  ['mirror.example.org/docker', false],
  ['my mirror', false],
  ['', false],
])('%j as an author writes it: %s', (written, isOne) => {
  expect(isMirrorHost(written)).toBe(isOne);
});
