import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'vigie-publish-'));
const source = join(folder, 'source');
const remote = join(folder, 'remote.git');
const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', source, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder },
  }).trim();

function put(name: string, text: string): void {
  mkdirSync(join(source, name, '..'), { recursive: true });
  writeFileSync(join(source, name), text);
}

/** A repository of source, and a tree as scripts/action-tree.ts lays it out. */
beforeAll(() => {
  mkdirSync(source);
  execFileSync('git', ['init', '-q', '--bare', remote]);
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', remote);
  put('src/main.ts', 'source');
  put('.gitignore', 'node_modules\ndist\n');
  put('.github/workflows/grade.yml', 'on: push\n');
  put('action.yml', 'name: old\n');
  cpSync(join(root, '.ci/publish-action'), join(source, '.ci/publish-action'));
  git('add', '.');
  git(...identity, 'commit', '-qm', 'source');
  git('push', '-q', 'origin', 'main');
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'node_modules/a/dist'), { recursive: true });
  mkdirSync(join(tree, 'dist'));
  writeFileSync(join(tree, 'action.yml'), 'name: new\n');
  writeFileSync(join(tree, 'dist/main.js'), 'built');
  writeFileSync(join(tree, 'node_modules/a/dist/index.js'), 'package');
  execFileSync('tar', ['-czf', join(folder, 'action.tgz'), '-C', tree, '.']);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const publish = (tag: string): string =>
  execFileSync('bash', ['.ci/publish-action', join(folder, 'action.tgz'), tag], {
    cwd: source,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('a release is what the action runs, with unchanged workflows, on top of its source', () => {
  publish('v1.2.3');
  git('fetch', '-q', 'origin', '+refs/*:refs/published/*');
  const released = 'refs/published/heads/v1';
  expect(git('ls-tree', '-r', '--name-only', released).split('\n')).toEqual([
    '.github/workflows/grade.yml',
    'action.yml',
    'dist/main.js',
    'node_modules/a/dist/index.js',
  ]);
  expect(git('show', `${released}:action.yml`)).toBe('name: new');
  expect(git('rev-parse', `${released}^`)).toBe(git('rev-parse', 'main'));
  expect(git('rev-parse', 'refs/published/tags/action-v1.2.3')).toBe(git('rev-parse', released));
  expect(git('diff', '--stat', 'main', released, '--', '.github/workflows')).toBe('');
});

test('the next release moves the branch, and the commit before it stays to be had', () => {
  const before = git('rev-parse', 'refs/published/heads/v1');
  put('src/main.ts', 'newer');
  git(...identity, 'commit', '-qam', 'newer');
  publish('v1.3.0');
  git('fetch', '-q', 'origin', '+refs/*:refs/published/*');
  expect(git('rev-parse', 'refs/published/heads/v1')).not.toBe(before);
  expect(git('rev-parse', 'refs/published/tags/action-v1.2.3')).toBe(before);
});

test('the checkout is left as it was', () => {
  expect(git('status', '--porcelain')).toBe('');
  expect(readFileSync(join(source, 'action.yml'), 'utf8')).toBe('name: old\n');
});
