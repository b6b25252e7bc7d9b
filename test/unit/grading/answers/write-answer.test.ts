import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAnswers } from '../../../../src/grading/answers/read-answers';
import { writeAnswer } from '../../../../src/grading/answers/write-answer';

const folder = mkdtempSync(join(tmpdir(), 'vigie-answer-'));
const path = join(folder, 'answers.yaml');
afterEach(() => {
  rmSync(path, { force: true, recursive: true });
});
const shipped = readFileSync(resolve(__dirname, '../../../../labs/02-ubuntu/answers.yaml'), 'utf8');

/** The file afterwards. */
function after(text: string | undefined, key: string, answer: string): string {
  if (text !== undefined) writeFileSync(path, text);
  expect(writeAnswer(path, key, answer)).toEqual({ ok: true, value: undefined });
  const read = readAnswers(path);
  expect(read.ok && read.value.get(key)).toEqual({ ok: true, value: answer });
  return readFileSync(path, 'utf8');
}

describe('an answer is written', () => {
  test('into its line, and all else of the file that ships stays byte by byte', () => {
    expect(after(shipped, 'image-id', '5a81c4b8502e')).toBe(
      shipped.replace('image-id:\n', 'image-id: 5a81c4b8502e\n'),
    );
    expect(after(undefined, 'container-id', 'c61f97dcb064')).toBe(
      shipped
        .replace('image-id:\n', 'image-id: 5a81c4b8502e\n')
        .replace('container-id:\n', 'container-id: c61f97dcb064\n'),
    );
  });

  test.each([
    ['in the place of an earlier one', 'a: old\nb: 2\n', 'a: new\nb: 2\n'],
    ['with what stands behind it', 'a: old # as docker ps says\n', 'a: new # as docker ps says\n'],
    ['where there was no such line', '# mine\nb: 2\n', '# mine\nb: 2\na: new\n'],
    ['where there were comments only', '# mine', '# mine\na: new\n'],
    ['where there was no file', undefined, 'a: new\n'],
    ['with the line ends of Windows', 'a:\r\nb: 2\r\n', 'a: new\r\nb: 2\r\n'],
    ['beside one in quotes', "b: '0644'\na:\n", "b: '0644'\na: new\n"],
  ])('%s', (_how, text, written) => {
    expect(after(text, 'a', 'new')).toBe(written);
  });

  test.each(['null', '~', 'yes', '12345678e910', 'a: b', '# no comment', '- x', '"', 'é'.repeat(300), '{x}'])(
    'that reads %s is read again as that',
    (answer) => {
      after('a:\n', 'a', answer);
      after('# only\n', 'a', answer);
    },
  );
});

describe('nothing is written', () => {
  test.each([
    ['image-id:5a81\n', 'line'],
    ['a: 1\na: 2\n', 'duplicate'],
    ['a: [\n', 'line'],
    ['a\0b', 'binary'],
  ])('into a file that cannot be understood: %j', (text, kind) => {
    writeFileSync(path, text);
    expect(writeAnswer(path, 'a', 'new')).toMatchObject({
      ok: false,
      error: { code: 'answers.unreadable', problem: { kind } },
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('in place of a folder', () => {
    mkdirSync(path);
    expect(writeAnswer(path, 'a', 'new')).toMatchObject({ ok: false, error: { code: 'answers.unreadable' } });
  });

  test('where there is no folder to write it into', () => {
    expect(writeAnswer(join(folder, 'gone', 'answers.yaml'), 'a', 'new')).toEqual({
      ok: false,
      error: { code: 'answers.unwritable', detail: 'ENOENT' },
    });
  });
});
