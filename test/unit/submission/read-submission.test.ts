import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSubmission } from '../../../src/submission/read-submission';
import { textOfSubmissionProblem } from '../../../src/submission/words';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-submission-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
function pathsOf(name = ''): readonly string[] {
  const read = readSubmission(join(folder, name), 'en');
  if (!read.ok) throw new Error(read.error.code);
  return read.value.files.map(({ path }) => path);
}
const codeOf = (name = ''): string => {
  const read = readSubmission(join(folder, name), 'en');
  return read.ok ? 'read' : read.error.code;
};

test('a folder with all that is in it, apart from repositories and packages', () => {
  mkdirSync(join(folder, 'html/img'), { recursive: true });
  for (const hidden of ['.git', 'node_modules']) {
    mkdirSync(join(folder, hidden));
    put(`${hidden}/big`, 'x');
  }
  put('Dockerfile', 'FROM nginx\n');
  put('html/img/a', 'a');
  put('.dockerignore', '');
  symlinkSync('../Dockerfile', join(folder, 'html/same'));
  expect(pathsOf()).toEqual(['.dockerignore', 'Dockerfile', 'html/img/a', 'html/same']);
});

test('a file alone: nothing beside it is taken', () => {
  put('a.session', '$ true\n');
  put('secret', 'x');
  expect(pathsOf('a.session')).toEqual(['a.session']);
});

test('who may run a file is kept, and is part of the hash', () => {
  put('run.sh', 'true\n');
  const before = readSubmission(folder, 'en');
  chmodSync(join(folder, 'run.sh'), 0o755);
  const after = readSubmission(folder, 'en');
  expect(before.ok && before.value.files[0]?.isExecutable).toBe(false);
  expect(after.ok && after.value.files[0]?.isExecutable).toBe(true);
  expect(before.ok && after.ok && before.value.sha256 !== after.value.sha256).toBe(true);
});

describe('is refused:', () => {
  const link = (target: string): void => {
    symlinkSync(target, join(folder, 'x'));
  };
  const large = (name: string, megabytes: number): void => {
    put(name, '');
    truncateSync(join(folder, name), megabytes * 1024 * 1024);
  };
  test.each<[string, string, () => void]>([
    ['a link out of the folder', 'submission.link-outside', link.bind(undefined, '/etc/passwd')],
    ['a link to what is not there', 'submission.no-such-file', link.bind(undefined, 'lost')],
    [
      'a link to a folder',
      'submission.not-a-file',
      () => {
        mkdirSync(join(folder, 'd'));
        link('d');
      },
    ],
    ['a pipe', 'submission.not-a-file', () => void execFileSync('mkfifo', [join(folder, 'x')])],
    ['a file that is too large', 'submission.too-large', large.bind(undefined, 'x', 9)],
    [
      'files that are too large together',
      'submission.too-large',
      () => {
        for (const name of ['x', 'y', 'z']) large(name, 3);
      },
    ],
    [
      'too many files',
      'submission.too-many-files',
      () => {
        for (let index = 0; index <= 200; index += 1) put(`f${index}`, '');
      },
    ],
    [
      'folders without an end',
      'submission.too-many-files',
      () => void mkdirSync(join(folder, 'd/'.repeat(20)), { recursive: true }),
    ],
    ['a name with an escape sequence', 'submission.bad-name', put.bind(undefined, '\x1b[31m', '')],
    [
      'a session that cannot be read',
      'submission.bad-session',
      put.bind(undefined, 'a.session', 'docker ps\n'),
    ],
  ])('%s', (_, code, make) => {
    put('run.sh', 'true\n');
    make();
    expect(codeOf()).toBe(code);
  });

  test('what is not there', () => {
    expect(codeOf('lost')).toBe('submission.no-such-file');
  });
});

test('says in the reader’s language which line of a session is wrong', () => {
  put('a.session', '$ true\n<F1>\n');
  const read = readSubmission(folder, 'fr');
  expect(!read.ok && textOfSubmissionProblem(read.error, 'fr')).toContain(
    'La session ne peut pas être lue : a.session:2: « F1 » n’est pas une touche connue ici',
  );
});
