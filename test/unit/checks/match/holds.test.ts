import { describe, expect, test } from '@jest/globals';
import type { Shape, ValueType } from '../../../../src/checks/attribute';
import { holds } from '../../../../src/checks/match/holds';
import type { Json } from '../../../../src/text/json';

type Row = [type: ValueType, shape: Shape, expected: Json, seen: Json | undefined, result: boolean];

const rows = (title: string, table: Row[]): void => {
  describe(title, () => {
    test.each(table)('%s %s %j against %j: %s', (type, shape, expected, seen, result) => {
      expect(holds({ type, shape }, expected, seen)).toBe(result);
    });
  });
};

rows('a literal is compared as its type', [
  ['string', 'one', 'running', 'running', true],
  ['string', 'one', 'running', 'Running', false],
  ['string', 'one', '', '', true],
  ['number', 'one', 0, 0, true],
  ['number', 'one', 0, '0', false],
  ['boolean', 'one', true, true, true],
  ['boolean', 'one', true, 1, false],
  ['text', 'one', 'hello', 'hello\n', true],
  ['text', 'one', 'hello\n', 'hello\r\n', true],
  ['text', 'one', 'hello', 'hello\n\n', false],
  ['version', 'one', '20.10.24', '20.10.24+dfsg1', true],
  ['version', 'one', '20.10', '20.10.24', true],
  ['version', 'one', '>=20.10 <29', '28.5.2', true],
  ['version', 'one', '>=20.10', '19.3.1', false],
  ['version', 'one', '1.22.1-9+deb12u1', '1.22.1-9+deb12u1', true],
  ['version', 'one', '>=1', 'not a version', false],
  ['size', 'one', '512m', 536_870_912, true],
  ['size', 'one', '512m', 536_870_913, false],
  ['duration', 'one', '1m30s', 90_000, true],
  ['publication', 'one', '80:80/tcp', '80:80', true],
  ['publication', 'one', '80', '8080:80', true],
  ['publication', 'one', '80:80', '8080:80', false],
  ['publication', 'one', '80:80', '127.0.0.1:80:80', false],
  ['publication', 'one', '127.0.0.1:80:80', '127.0.0.1:80:80', true],
  ['publication', 'one', '80:80', '80:80/udp', false],
  ['reference', 'one', 'ubuntu', 'docker.io/library/ubuntu:latest', true],
  ['reference', 'one', 'ubuntu:22.04', 'ubuntu', false],
  ['reference', 'one', 'ubuntu', `ubuntu:latest@sha256:${'a'.repeat(64)}`, true],
  ['reference', 'one', 'ubuntu', `sha256:${'a'.repeat(64)}`, false],
  ['mode', 'one', '644', '0644', true],
  ['mode', 'one', 'rw-r--r--', '0644', true],
  ['mode', 'one', '0755', '0644', false],
  ['platform', 'one', 'linux/x86_64', 'linux/amd64', true],
  ['platform', 'one', 'arm64', 'linux/amd64', false],
]);

rows('a pattern is found anywhere in a text', [
  ['string', 'one', '/^ngin/', 'nginx', true],
  ['string', 'one', '/NGINX/i', 'nginx', true],
  ['string', 'one', '/^x/', 'nginx', false],
  ['text', 'one', '/Welcome to nginx/', '<h1>Welcome to nginx!</h1>', true],
  ['string', 'one', '/(/', '(', false],
  ['string', 'one', '/usr/bin', '/usr/bin', true],
  ['path', 'one', '/app/', '/app/', true],
  ['path', 'one', '/app/', '/srv/app/x', false],
  ['path', 'one', { matches: '/app/' }, '/srv/app/x', true],
  ['path', 'one', { matches: '^/srv' }, '/srv/app/x', true],
  ['string', 'one', { equals: '/app/' }, '/app/', true],
  ['string', 'one', { equals: '/app/' }, '/srv/app/x', false],
  ['string', 'list', '/^80/', ['443/tcp', '80/tcp'], true],
  ['string', 'list', { matches: '^80' }, ['443/tcp', '80/tcp'], true],
]);

rows('a list asks for all of its items', [
  ['string', 'list', ['a', 'b'], ['b', 'c', 'a'], true],
  ['string', 'list', ['a', 'd'], ['b', 'c', 'a'], false],
  ['string', 'list', 'a', ['b', 'a'], true],
  ['string', 'list', 'a', [], false],
  ['publication', 'list', ['80:80', '443:443'], ['443:443', '80:80', '22:22'], true],
  ['publication', 'list', '8000-8001:80-81', ['8000:80', '8001:81'], true],
  ['publication', 'list', '8000-8001:80-81', ['8000:80'], false],
  ['text', 'one', ['one', 'two'], 'two and one', true],
  ['text', 'one', ['one', 'three'], 'two and one', false],
  ['text', 'one', ['one\n', '/t.o/'], 'two and one and', true],
]);

rows('matchers', [
  ['string', 'one', { not: 'a' }, 'b', true],
  ['string', 'one', { not: 'a' }, 'a', false],
  ['string', 'one', { any: ['a', 'b'] }, 'b', true],
  ['string', 'one', { all: ['/a/', '/b/'] }, 'ab', true],
  ['string', 'one', { none: ['a', 'b'] }, 'b', false],
  ['number', 'one', { gte: 1, lt: 3 }, 2, true],
  ['number', 'one', { gte: 1, lt: 3 }, 3, false],
  ['number', 'one', { gt: 1 }, 1, false],
  ['number', 'one', { lte: 1 }, 1, true],
  ['size', 'one', { lte: '1g' }, 1_073_741_824, true],
  ['size', 'one', { lt: '1g' }, 1_073_741_824, false],
  ['duration', 'one', { lt: '10s' }, 9_999, true],
  ['version', 'one', { gte: '20.10' }, '20.10.24+dfsg1', true],
  ['version', 'one', { gt: '20.10' }, '20.10.1', true],
  ['version', 'one', { gte: '28' }, '28.0.0-rc.1', false],
  ['string', 'one', { gt: 'a' }, 'b', false],
  ['string', 'list', { only: ['a', 'b'] }, ['b', 'a'], true],
  ['string', 'list', { only: ['a', 'b'] }, ['b', 'a', 'c'], false],
  ['string', 'list', { only: ['a', 'b'] }, ['a'], false],
  ['string', 'list', { only: [] }, [], true],
  ['publication', 'list', { only: ['8000-8001:80-81'] }, ['8000:80'], false],
  ['string', 'list', { contains: 'a' }, ['a', 'b'], true],
  ['number', 'list', { contains: { gte: 2, lte: 3 } }, [1, 4], false],
  ['number', 'list', { gte: 2, lte: 3 }, [1, 4], true],
  ['string', 'one', { contains: 'gin' }, 'nginx', true],
  ['string', 'list', { size: 2 }, ['a', 'b'], true],
  ['string', 'list', { size: { gt: 2 } }, ['a', 'b'], false],
  ['string', 'one', { size: 2 }, '🐳🐳', true],
  ['string', 'list', { equals: ['a', 'b'] }, ['a', 'b'], true],
  ['string', 'list', { equals: ['a', 'b'] }, ['b', 'a'], false],
  ['string', 'one', { 'same-as': 'container/a.id' }, 'x', false],
  ['string', 'one', { unheard: 1 }, 'x', false],
]);

rows('what is empty does not exist, whatever the engine writes for it', [
  ['string', 'one', { exists: true }, 'x', true],
  ['string', 'one', { exists: true }, '', false],
  ['string', 'one', { exists: false }, '', true],
  ['number', 'one', { exists: true }, 0, true],
  ['boolean', 'one', { exists: true }, false, true],
  ['string', 'list', { exists: false }, [], true],
  ['string', 'list', { exists: false }, ['x'], false],
  ['string', 'document', { A: { exists: false } }, { A: null }, true],
  ['string', 'document', { A: { exists: false } }, { A: [] }, true],
  ['string', 'document', { A: { exists: false } }, { A: {} }, true],
  ['string', 'document', { A: { exists: false } }, { A: '' }, true],
  ['string', 'document', { A: { exists: true } }, { A: false }, true],
]);

rows('a key exists, however empty its value is', [
  ['string', 'map', { team: { exists: true } }, { team: '' }, true],
  ['string', 'map', { team: { exists: false } }, { team: '' }, false],
  ['string', 'map', { team: { exists: false } }, {}, true],
]);

rows('nothing seen meets only `exists: false` and negations', [
  ['string', 'one', { exists: false }, undefined, true],
  ['string', 'one', { exists: true }, undefined, false],
  ['string', 'one', { not: 'a' }, undefined, true],
  ['string', 'one', {}, undefined, false],
  ['string', 'list', [], undefined, false],
  ['string', 'one', { all: [] }, undefined, false],
  ['string', 'one', '/.*/', undefined, false],
  ['string', 'one', { matches: '.*' }, undefined, false],
  ['string', 'list', { size: 0 }, undefined, false],
  ['string', 'list', { only: [] }, undefined, false],
  ['string', 'map', { a: { exists: false } }, undefined, true],
  ['string', 'map', ['a'], undefined, false],
]);

rows('not a number meets nothing', [
  ['number', 'one', NaN, NaN, false],
  ['number', 'one', { not: 1 }, NaN, false],
  ['number', 'one', { not: { gt: NaN } }, 1, false],
]);

rows('a map has an expectation a key', [
  ['string', 'map', { server: '/^nginx/' }, { server: 'nginx/1.22' }, true],
  ['string', 'map', { server: '/^nginx/' }, {}, false],
  ['string', 'map', { a: 'x', b: { exists: false } }, { a: 'x' }, true],
  ['string', 'map', ['a', 'b'], { a: '', b: '' }, true],
  ['string', 'map', ['a', 'c'], { a: '', b: '' }, false],
  ['string', 'map', { size: '2' }, { size: '2' }, true],
  ['string', 'map', { constructor: { exists: true } }, {}, false],
]);

const document: Json = {
  HostConfig: { RestartPolicy: { Name: 'always' }, Memory: 5, Binds: null },
  Config: { Cmd: ['nginx', '-g'], Labels: { 'a.b': 'x' } },
};
rows('a document has an expectation a path, compared as the JSON that is there', [
  ['string', 'document', { 'HostConfig.RestartPolicy.Name': 'always' }, document, true],
  ['string', 'document', { 'HostConfig.Memory': 5 }, document, true],
  ['string', 'document', { 'HostConfig.Memory': '5' }, document, false],
  ['string', 'document', { 'HostConfig.Memory': { gte: 5 } }, document, true],
  ['string', 'document', { 'HostConfig.Binds': { exists: false } }, document, true],
  ['string', 'document', { 'HostConfig.Binds': null }, document, true],
  ['string', 'document', { 'Config.Cmd': 'nginx' }, document, true],
  ['string', 'document', { 'Config.Cmd': { equals: ['nginx', '-g'] } }, document, true],
  ['string', 'document', { 'Config.Labels["a.b"]': '/x/' }, document, true],
  ['string', 'document', { 'Config.Nothing': 'x' }, document, false],
  ['string', 'document', { 'not a..path': 'x' }, document, false],
]);
