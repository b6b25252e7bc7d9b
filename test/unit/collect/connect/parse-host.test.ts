import { expect, test } from '@jest/globals';
import { hostUrl, parseHost } from '../../../../src/collect/connect/parse-host';

test.each([
  ['unix:///run/x.sock', { kind: 'unix', path: '/run/x.sock' }],
  ['unix://', { kind: 'unix', path: '/var/run/docker.sock' }],
  [' unix:///run/x.sock ', { kind: 'unix', path: '/run/x.sock' }],
  ['tcp://lab:1234', { kind: 'tcp', host: 'lab', port: 1234, prefix: '' }],
  ['tcp://lab:80/docker/', { kind: 'tcp', host: 'lab', port: 80, prefix: '/docker' }],
  ['tcp://lab', { kind: 'tcp', host: 'lab', port: 2375, prefix: '' }],
  ['lab:1234', { kind: 'tcp', host: 'lab', port: 1234, prefix: '' }],
  ['tcp://[::1]:1234', { kind: 'tcp', host: '::1', port: 1234, prefix: '' }],
  ['ssh://lab', { kind: 'ssh', host: 'lab' }],
  [
    'ssh://ana@lab:2222/run/x.sock',
    { kind: 'ssh', host: 'lab', port: 2222, user: 'ana', socket: '/run/x.sock' },
  ],
  ['unix://run/x.sock', { problem: 'path', meant: 'unix:///run/x.sock' }],
  ['npipe:////./pipe/docker_engine', { problem: 'npipe-elsewhere' }],
  ['fd://', { problem: 'fd' }],
  ['http://lab:2375', { problem: 'unknown-scheme' }],
  ['tcp://', { kind: 'tcp', host: 'localhost', port: 2375, prefix: '' }],
  [':2375', { kind: 'tcp', host: 'localhost', port: 2375, prefix: '' }],
  ['tcp://:2377', { kind: 'tcp', host: 'localhost', port: 2377, prefix: '' }],
  ['/run/x.sock', { kind: 'unix', path: '/run/x.sock' }],
  ['unix:/run/x.sock', { problem: 'syntax', meant: 'unix:///run/x.sock' }],
  ['"unix:///run/x.sock"', { problem: 'syntax', meant: 'unix:///run/x.sock' }],
  ["'tcp://lab:2375'", { problem: 'syntax', meant: 'tcp://lab:2375' }],
  ['tcp://lab:99999', { problem: 'syntax' }],
  ['tcp://ana:secret@lab', { problem: 'syntax' }],
  ['ssh://ana:secret@lab', { problem: 'syntax' }],
  ['ssh://-oProxyCommand=x', { problem: 'syntax' }],
  ['ssh://-l@lab', { problem: 'syntax' }],
  ['not a host', { problem: 'syntax' }],
])('%j', (text, parsed) => {
  expect(parseHost(text, 'linux')).toEqual(parsed);
});

test('a pipe is taken on Windows', () => {
  expect(parseHost('npipe:////./pipe/x', 'win32')).toEqual({ kind: 'npipe', path: '//./pipe/x' });
});

test.each([
  'unix:///run/x.sock',
  'tcp://lab:1234/p',
  'tcp://[::1]:2375',
  'ssh://ana@lab:2222/run/x.sock',
  'ssh://lab',
])('%s is written as it was read', (text) => {
  const parsed = parseHost(text, 'linux');
  expect('kind' in parsed && hostUrl(parsed)).toBe(text);
});
