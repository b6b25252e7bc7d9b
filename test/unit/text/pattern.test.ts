import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { isPatternText, parsePattern, type Pattern } from '../../../src/text/pattern';

function pattern(source: string): Pattern {
  const parsed = parsePattern(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.code}`);
  return parsed.value;
}

test.each([
  ['/nginx/', true],
  ['/nginx/i', true],
  ['/a\\/b/', true],
  ['/usr/sbin/', true],
  ['/x/g', true],
  ['/usr/bin', false],
  ['/', false],
  ['//', false],
  ['nginx/', false],
  ['', false],
])('isPatternText tells %j', (text, expected) => {
  expect(isPatternText(text)).toBe(expected);
});

describe('a pattern', () => {
  test.each([
    ['/nginx/', 'server: nginx/1.22', { index: 8, text: 'nginx' }],
    ['/^nginx/', 'server: nginx', undefined],
    ['/^nginx\\/1\\.22/', 'nginx/1.22.1', { index: 0, text: 'nginx/1.22' }],
    ['/nginx$/', 'a nginx', { index: 2, text: 'nginx' }],
    ['/nginx$/', 'nginx\n', undefined],
    ['/^a.c$/m', 'x\nabc\ny', { index: 2, text: 'abc' }],
    ['/NGINX/i', 'nginx', { index: 0, text: 'nginx' }],
    ['/a.b/', 'a\nb', undefined],
    ['/a.b/s', 'a\nb', { index: 0, text: 'a\nb' }],
    ['/^.$/u', '😀', { index: 0, text: '😀' }],
    ['/\\d+\\s/', 'abc 42 ', { index: 4, text: '42 ' }],
    ['/é/', 'café', { index: 3, text: 'é' }],
    ['/(a*)*b/', 'a'.repeat(30), undefined],
  ])('%j in %j', (source, text, expected) => {
    expect(pattern(source).find(text)).toEqual(expected);
    expect(pattern(source).test(text)).toBe(expected !== undefined);
  });

  test('says that u changes nothing', () => {
    expect([
      pattern('/a/u').ignoredFlags,
      pattern('/a+/iu').ignoredFlags,
      pattern('/a/').ignoredFlags,
    ]).toEqual([['u'], ['u'], []]);
  });

  test('is compiled once', () => {
    expect(parsePattern('/a+b/')).toBe(parsePattern('/a+b/'));
  });

  test('searches a megabyte that makes a backtracking engine hang', () => {
    expect(pattern('/(a+)+$/').test(`${'a'.repeat(1_000_000)}!`)).toBe(false);
  });
});

test.each([
  ['/a(?=b)/', 'pattern-lookaround', 2, '(?='],
  ['/(?!b)/', 'pattern-lookaround', 1, '(?!'],
  ['/(?<=b)a/', 'pattern-lookaround', 1, '(?<=b)a'],
  ['/(a)\\1/', 'pattern-backreference', 4, '\\1'],
  ['/\\\\1(a)\\1/', 'pattern-backreference', 7, '\\1'],
  ['/(?<n>a)\\k<n>/', 'pattern-backreference', 8, '\\k'],
  ['/(?>a)/', 'pattern-atomic', 1, '(?>'],
  ['/a++/', 'pattern-atomic', 2, '++'],
  ['/a{1001}/', 'pattern-repeat-count', 2, '{1001}'],
  ['/a(b/', 'pattern-unclosed', 2, 'a(b'],
  ['/[)](/', 'pattern-unclosed', 4, '[)]('],
  ['/[a/', 'pattern-unclosed', 1, '[a'],
  ['/x[a(/', 'pattern-unclosed', 2, '[a('],
  ['/a)/', 'pattern-unopened', 2, 'a)'],
  ['/a\\u00e9/', 'pattern-escape', 2, '\\u'],
  ['/a\\/', 'pattern-escape', 2, ''],
  ['/*/', 'pattern-syntax', 1, 'missing argument to repetition operator: *'],
  ['/[z-a]/', 'pattern-syntax', 2, 'invalid character class range: z-a'],
  ['/a/x', 'pattern-flag', 3, 'x'],
  ['/a/ig', 'pattern-flag', 4, 'g'],
])('parsePattern refuses %j and says where', (source, code, index, detail) => {
  expect(parsePattern(source)).toEqual({ ok: false, error: { code, index, detail } });
});

test.each([
  ['nginx', 'pattern-no-slashes', 0],
  ['/', 'pattern-no-slashes', 0],
  ['//', 'pattern-empty', 1],
])('parsePattern refuses %j', (source, code, index) => {
  expect(parsePattern(source)).toEqual({ ok: false, error: { code, index } });
});

test('nesting without measure is an error and not a crash', () => {
  expect(parsePattern(`/${'('.repeat(998)}/`)).toMatchObject({
    ok: false,
    error: { code: 'pattern-unclosed' },
  });
});

test('only a real pattern loads the engine', () => {
  const script = `
    const { parsePattern } = require('./src/text/pattern');
    const loaded = () => Object.keys(require.cache).some((file) => file.includes('/re2js/'));
    const search = (source) => [parsePattern(source).value.test('Welcome to nginx!'), loaded()];
    console.log(JSON.stringify([loaded(), search('/Welcome to nginx/'), search('/^Welcome/'), search('/nginx\\\\!$/'), search('/W.*!/')]));`;
  const printed = execFileSync(process.execPath, ['-r', 'esbuild-register', '-e', script], {
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual([false, [true, false], [true, false], [true, false], [true, true]]);
});
