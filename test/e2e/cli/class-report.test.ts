import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { madeClass } from '../../../scripts/bench/made-class';
import type { Gradebook } from '../../../src/class/gradebook/gradebook';
import { marked, resultOf } from '../../support/class-builder';
import { CliFolder } from './cli-folder';

const folder = new CliFolder();
const made = [...madeClass(300)];
const put = (id: string, content: unknown): void =>
  void folder.put(
    `results/students/${id}.json`,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
const read = (name: string): string => readFileSync(join(folder.work, name), 'utf8');
const report = (...args: readonly string[]) => folder.run(['class', 'report', 'results', ...args]);

beforeAll(async () => {
  await folder.build();
  for (const result of made) put(result.student.id, result);
  put('cut', JSON.stringify(made[0]).slice(0, 2000));
  put('foreign', { hello: 'world' });
  put('future', { ...made[1], version: 7 });
  put('huge', ' '.repeat(129 * 1024 * 1024));
  put('borrowed', made[2]);
  put('deep', '['.repeat(100_000));
  put(
    'hostile',
    resultOf('hostile', [marked('01-hello-world', 5)], {
      student: { id: 'hostile', name: '=1+1</script><script>alert(1)</script>\u202e' },
    }),
  );
  mkdirSync(join(folder.work, 'results/students/folder.json'));
  symlinkSync('nowhere', join(folder.work, 'results/students/link.json'));
  folder.put('results/students/.half.json', 'x');
  folder.put('results/students/notes.txt', 'x');
}, 120_000);
afterAll(() => {
  folder.remove();
});

describe('a class with broken files among its results', () => {
  test('everybody else is in every file, and each broken one is told with its reason', async () => {
    const { code, stdout, stderr } = await report(
      ...['--out', 'g.html', '--csv', 'g.csv', '--json', 'g.json', '--moodle', 'm.csv', '--canvas', 'c.csv'],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^301 students, \d+ with a mark, \d+ incomplete, files not read: 8,/);
    const book = JSON.parse(read('g.json')) as Gradebook;
    expect(book.notRead.map(({ file, code: why }) => [file, why])).toEqual([
      ['borrowed.json', 'result.other-name'],
      ['cut.json', 'result.not-json'],
      ['deep.json', 'result.not-json'],
      ['folder.json', 'result.unreadable'],
      ['foreign.json', 'result.not-result'],
      ['future.json', 'result.newer-version'],
      ['huge.json', 'result.too-large'],
      ['link.json', 'result.unreadable'],
    ]);
    expect(stderr).toContain('Not read: cut.json (damaged or cut short)');
    expect(book.students).toHaveLength(301);
    expect(parse(read('g.csv'))).toHaveLength(302);
    expect(read('g.html')).toContain('s00042');
    expect(read('g.html')).not.toContain('<script>alert');
    expect(read('g.csv')).toContain("'=1+1</script>");
  });

  test('each decided mark is in one file for Moodle, with a file for those who lack others', async () => {
    const { stderr } = await report('--moodle', 'parts.csv', '--json', 'parts.json');
    const book = JSON.parse(read('parts.json')) as Gradebook;
    const decided = book.students.flatMap(({ labs }) =>
      labs.filter(({ outcome }) => outcome !== 'incomplete'),
    );
    const files = ['parts.csv', ...book.labs.map(({ id }) => `parts.${id}.csv`)].filter((name) =>
      existsSync(join(folder.work, name)),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(stderr.replaceAll('\n', ' ')).toContain(files.slice(1).join(', '));
    const grades = files.flatMap((name) => {
      const rows = parse(read(name));
      return rows.slice(1).flatMap((row) => row.filter((_, index) => index >= 2 && index % 2 === 0));
    });
    expect(grades).toHaveLength(decided.length);
  });

  test('what changed since an earlier gradebook is told', async () => {
    await report('--json', 'before.json');
    folder.put('later/students/a.json', JSON.stringify(resultOf('a', [marked('01-hello-world', 5)])));
    await folder.run(['class', 'report', 'later', '--json', 'after.json', '--since', 'before.json']);
    const { changes } = JSON.parse(read('after.json')) as Gradebook;
    expect(changes?.list.filter(({ what }) => what === 'new')).toHaveLength(1);
    expect(changes?.list.filter(({ what }) => what === 'gone')).toHaveLength(301);
  });

  test('the same results give the same bytes', async () => {
    await report('--out', 'one.html', '--json', 'one.json');
    await report('--out', 'two.html', '--json', 'two.json');
    expect(read('two.html')).toBe(read('one.html'));
    expect(read('two.json')).toBe(read('one.json'));
  });
});

describe('what cannot be done ends with its reason', () => {
  test.each([
    [['nowhere'], 2, 'nowhere is no folder of results'],
    [['results', '--since', 'none.json'], 2, 'The gradebook none.json cannot be read'],
    [
      ['results', '--since', 'results/students/foreign.json'],
      2,
      'is no gradebook written by vigie class report',
    ],
    [['results', '--out', 'no/such/folder/g.html', '--csv', 'still.csv'], 3, 'ENOENT'],
  ])('%j', async (args, expected, says) => {
    const { code, stderr } = await folder.run(['class', 'report', ...args]);
    expect(code).toBe(expected);
    expect(stderr.replaceAll('\n', ' ')).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('and what could be written is there', () => {
    expect(existsSync(join(folder.work, 'still.csv'))).toBe(true);
  });
});
