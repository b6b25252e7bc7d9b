import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseAnswers } from '../../../../src/grading/answers/parse-answers';
import { readAnswers } from '../../../../src/grading/answers/read-answers';

const parse = (text: string | Buffer) => {
  const answers = parseAnswers(Buffer.from(text));
  return answers.ok
    ? Object.fromEntries(
        [...answers.value].map(([key, value]) => [key, value.ok ? value.value : value.error]),
      )
    : answers.error;
};

describe('answers', () => {
  test.each([
    ['id: 12345678e910', '12345678e910'],
    ['id: 0644', '0644'],
    ['id: 1_000', '1_000'],
    ['id: yes', 'yes'],
    ['id: true', 'true'],
    ['id: 2026-01-01', '2026-01-01'],
    ['id: 0x1f', '0x1f'],
    ['id: .5', '.5'],
    ['id:  3f2a  # from docker ps', '3f2a'],
    ['id: "3f2a"', '3f2a'],
    ["id: '~'", '~'],
    ['id: sha256:3f2a', 'sha256:3f2a'],
    ['id: root@b6c13eacabfa:/#', 'root@b6c13eacabfa:/#'],
    ['id: |\n  one\n  two\n', 'one\ntwo\n'],
    ['\ufeffid: 3f2a\r\n', '3f2a'],
    ['id: !!int 12', '12'],
  ])('of %j are the text that was typed', (text, answer) => {
    expect(parse(text)).toEqual({ id: answer });
  });

  test.each([['id:'], ['id: ""'], ['id: ~'], ['id: null'], ['id:   # later']])(
    'of %j are none yet',
    (text) => {
      expect(parse(text)).toEqual({ id: null });
    },
  );

  test.each([[''], ['# nothing\n'], ['---\n']])('of %j are none at all', (text) => {
    expect(parse(text)).toEqual({});
  });

  test('in the UTF-16 of Windows are read too', () => {
    expect(parse(Buffer.from('\ufeffid: é3f2a', 'utf16le'))).toEqual({ id: 'é3f2a' });
  });

  test.each([
    ['id:3f2a', { kind: 'line', mistake: 'no-space', line: 1, column: 4 }],
    ['- id: 3f2a', { kind: 'not-a-mapping', line: 1, column: 1 }],
    ['a: 1\nid: [', { kind: 'line', mistake: 'sign', line: 2, column: 5 }],
    ['a: 1\n\tid: 2', { kind: 'line', mistake: 'tab', line: 2 }],
    ['id: 1\nid: 2', { kind: 'duplicate', line: 2, column: 1 }],
    ['a\0b', { kind: 'binary' }],
    ['['.repeat(5000), { kind: 'too-large' }],
  ])('of %j cannot be read, and where is said', (text, problem) => {
    expect(parse(text)).toMatchObject(problem);
  });

  test('an entry that is no text spoils only its own question', () => {
    expect(parse('list: [a, b]\nid: 3f2a\nmap: { a: 1 }\nstar: *x')).toMatchObject({
      list: { kind: 'entry', line: 1, column: 7 },
      id: '3f2a',
      map: { kind: 'entry', line: 3 },
      star: { kind: 'alias', line: 4, column: 7 },
    });
  });

  test('of a bomb of aliases are refused in no time', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`,
    );
    const started = performance.now();
    expect(parse(['l0: &l0 x', ...levels, 'id: *l30'].join('\n'))).toMatchObject({
      l0: 'x',
      id: { kind: 'alias' },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('may be long only up to a limit', () => {
    expect(String(Object.values(parse(`id: ${'x'.repeat(20_000)}`))[0]).length).toBe(1000);
  });

  test('with a key such as __proto__ are no danger', () => {
    expect(parse('__proto__: x\nid: 3f2a')).toMatchObject({ id: '3f2a' });
  });
});

describe('an answers file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-answers-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('that is not there has no answers', () => {
    expect(readAnswers(join(folder, 'answers.yaml'))).toEqual({ ok: true, value: new Map() });
  });
  test('that is a folder, or far too large, cannot be read', () => {
    mkdirSync(join(folder, 'folder'));
    expect(readAnswers(join(folder, 'folder'))).toEqual({
      ok: false,
      error: { kind: 'unreadable', detail: 'EISDIR' },
    });
    writeFileSync(join(folder, 'large'), 'a'.repeat(10_000_000));
    expect(readAnswers(join(folder, 'large'))).toEqual({ ok: false, error: { kind: 'too-large' } });
  });
});
