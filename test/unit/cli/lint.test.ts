import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintLabs } from '../../../src/cli/commands/lint';
import { maxLabBytes, readLabFile } from '../../../src/grading/lab-files';

const sound = `vigie: 1
id: a
title: A
tasks:
  - id: run
    title: Run
    points: 20
    checks:
      - container: web
        state: running
`;

let cwd = '';
const put = (path: string, content: string | Buffer): void => {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), content);
};

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-lint-'));
  put('labs/01-a/lab.yaml', sound);
  put('labs/02-b/lab.yaml', sound.replace('id: a', 'id: b'));
  put('labs/pictures/a.png', '');
  put('bad/one/lab.yaml', sound.replace('running', 'runing'));
  put('bad/two/lab.yaml', sound.replace('20', '19'));
  put('odd/binary/lab.yaml', Buffer.from([0x76, 0, 0xff]));
  put('odd/latin/lab.yaml', Buffer.from('title: \xe9', 'latin1'));
  put('odd/huge/lab.yaml', Buffer.alloc(10 * maxLabBytes, '#'));
  put('odd/wrong-name/lab.yml', sound);
  mkdirSync(join(cwd, 'odd/folder/lab.yaml'), { recursive: true });
  mkdirSync(join(cwd, 'odd/loop'));
  symlinkSync('lab.yaml', join(cwd, 'odd/loop/lab.yaml'));
  mkdirSync(join(cwd, 'odd/pipe'));
  execFileSync('mkfifo', [join(cwd, 'odd/pipe/lab.yaml')]);
  mkdirSync(join(cwd, 'none'));
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

function lint(labs: readonly string[], folder?: string) {
  let out = '';
  let errors = '';
  const code = lintLabs(
    { labs, ...(folder !== undefined && { folder }) },
    {
      out: (text) => void (out += text),
      err: (text) => void (errors += text),
      language: 'en',
      color: false,
      cwd,
    },
  );
  return { code, out, errors };
}

describe('linting labs', () => {
  test('sound labs have a line each, and nothing on stderr', () => {
    expect(lint([])).toEqual({
      code: 0,
      out: 'labs/01-a/lab.yaml  sound (tasks: 1, checks: 1)\nlabs/02-b/lab.yaml  sound (tasks: 1, checks: 1)\n',
      errors: '',
    });
  });

  test('what may not be meant is told on stderr, and the lab is sound', () => {
    const pulled = sound
      .replace('container: web', 'event: { type: image, action: pull }')
      .replace('        state: running\n', '');
    put('warned/01-a/lab.yaml', pulled);
    put('warned/02-b/lab.yaml', sound.replace('id: a', 'id: b'));
    const { code, out, errors } = lint([], 'warned');
    expect(code).toBe(0);
    expect(out).toBe(
      'warned/01-a/lab.yaml  sound (tasks: 1, checks: 1, warnings: 1)\nwarned/02-b/lab.yaml  sound (tasks: 1, checks: 1)\n',
    );
    expect(errors).toMatch(/^warned\/01-a\/lab\.yaml:9:9 {2}warning: without a container, nobody knows/);
    expect(errors.trimEnd().split('\n').at(-1)).toMatch(/^ +\| +\^{5}$/);
  });

  test('two labs of one id, and one with another name, are told beside all that is wrong elsewhere', () => {
    put('labs/03-c/lab.yaml', sound);
    put('labs/04-d/lab.yml', sound);
    const { code, errors } = lint([]);
    expect(code).toBe(2);
    expect(errors).toContain('labs/01-a/lab.yaml has the id "a" already');
    expect(errors).toContain('there is no lab.yaml in labs/04-d');
    for (const added of ['03-c', '04-d']) rmSync(join(cwd, 'labs', added), { recursive: true });
  });

  test.each(['02-b', 'labs/02-b', './labs/02-b/lab.yaml'])('a lab can be named as %s', (name) => {
    expect(lint([name]).out).toBe('labs/02-b/lab.yaml  sound (tasks: 1, checks: 1)\n');
  });

  test('the problems of all labs are told, and nothing else', () => {
    const { code, out, errors } = lint([], 'bad');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors.match(/^bad\/.*?  /gm)).toEqual(['bad/one/lab.yaml:10:16  ', 'bad/two/lab.yaml:4:1  ']);
  });

  test.each<[string, string]>([
    ['odd/binary', 'odd/binary/lab.yaml  this is no text file, neither in UTF-8 nor in UTF-16\n'],
    ['odd/latin', 'odd/latin/lab.yaml  this is no text file, neither in UTF-8 nor in UTF-16\n'],
    ['odd/huge', 'odd/huge/lab.yaml  the file is larger than 1 MiB, which no lab is\n'],
    ['odd/folder', 'odd/folder/lab.yaml  this is not a file\n'],
    ['odd/pipe', 'odd/pipe/lab.yaml  this is not a file\n'],
    ['odd/loop', 'odd/loop/lab.yaml  symbolic links lead in a circle\n'],
    ['odd/wrong-name', 'odd/wrong-name/lab.yaml  there is no lab.yaml in odd/wrong-name\n'],
    ['odd/nothing.yaml', 'odd/nothing.yaml  there is no such file\n'],
  ])('%s is refused', (name, errors) => {
    expect(lint([name])).toEqual({ code: 2, out: '', errors });
  });

  test('a name that no lab has brings the nearest one', () => {
    expect(lint(['02-bb', '01']).errors).toBe(
      'labs  there is no lab "02-bb"; did you mean "02-b"? (known: 01-a, 02-b)\n',
    );
  });

  test('a folder without a lab', () => {
    expect(lint(['pictures']).errors).toBe('labs/pictures  there is no lab.yaml in labs/pictures\n');
    expect(lint([], 'none').errors).toBe('none  there is no lab in none\n');
    expect(lint([], 'nowhere').errors).toBe('nowhere  there is no folder of labs: nowhere\n');
    expect(lint([], 'odd').errors).toContain('there is no lab.yaml in odd/wrong-name');
  });
});

test('the hash of a lab is that of its bytes', () => {
  expect(readLabFile(join(cwd, 'labs/01-a/lab.yaml'), 'x')).toMatchObject({
    ok: true,
    value: {
      hash: `sha256:${execFileSync('sha256sum', [join(cwd, 'labs/01-a/lab.yaml')], { encoding: 'utf8' }).slice(0, 64)}`,
    },
  });
});
