import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/text/json';
import { parseJsonPath, resolveJsonPath } from '../../../src/text/json-path';

describe('parseJsonPath', () => {
  test.each<[string, readonly (string | number)[]]>([
    ['State', ['State']],
    ['HostConfig.RestartPolicy.Name', ['HostConfig', 'RestartPolicy', 'Name']],
    ['Mounts[0].Type', ['Mounts', 0, 'Type']],
    ['Config.Labels["com.example.a"]', ['Config', 'Labels', 'com.example.a']],
    ["Config.Labels['a b']", ['Config', 'Labels', 'a b']],
    ['Labels["say \\"hi\\""]', ['Labels', 'say "hi"']],
    ['NetworkSettings.Ports.80/tcp[0].HostPort', ['NetworkSettings', 'Ports', '80/tcp', 0, 'HostPort']],
    ['[0][1]', [0, 1]],
  ])('reads %s', (text, expected) => {
    expect(parseJsonPath(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'path-empty', 0],
    ['.a', 'path-syntax', 0],
    ['a..b', 'path-syntax', 1],
    ['a.', 'path-syntax', 1],
    ['a.[0]', 'path-syntax', 1],
    ['a[0]b', 'path-syntax', 4],
    ['a[-1]', 'path-syntax', 1],
    ['a[b]', 'path-syntax', 1],
    ['a["b]', 'path-syntax', 1],
    ['a b', 'path-syntax', 1],
  ])('refuses %j', (text, code, index) => {
    expect(parseJsonPath(text)).toEqual({ ok: false, error: { code, index } });
  });
});

describe('resolveJsonPath', () => {
  const document: Json = { a: { b: [{ c: null }, 0, false, ''] }, text: 'abc' };
  test.each<[string, Json | undefined]>([
    ['a.b[0].c', null],
    ['a.b[1]', 0],
    ['a.b[2]', false],
    ['a.b[3]', ''],
    ['a.b[4]', undefined],
    ['a.b.length', undefined],
    ['a["b"]["0"]', undefined],
    ['text[0]', undefined],
    ['text.length', undefined],
    ['a.b[0].c.d', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['a.toString', undefined],
    ['a..b', undefined],
  ])('%s', (path, expected) => {
    expect(resolveJsonPath(document, path)).toEqual(expected);
  });

  test('an own key called __proto__ is a key like any other', () => {
    expect(resolveJsonPath(JSON.parse('{"__proto__":{"x":1}}') as Json, '__proto__.x')).toBe(1);
  });

  test('nothing is found in no document', () => {
    expect(resolveJsonPath(undefined, 'a')).toBeUndefined();
  });
});
