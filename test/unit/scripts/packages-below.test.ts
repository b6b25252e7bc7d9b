import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { packagesBelow } from '../../../scripts/packages-below';

const root = mkdtempSync(join(tmpdir(), 'vigie-packages-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function install(path: string, manifest: object): void {
  mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, path, 'package.json'), JSON.stringify(manifest));
}
install('node_modules/a', { dependencies: { b: '1', '@s/c': '1' }, optionalDependencies: { absent: '1' } });
install('node_modules/a/node_modules/b', { dependencies: { a: '1' } });
install('node_modules/b', {});
install('node_modules/@s/c', { optionalDependencies: { d: '1' }, devDependencies: { e: '1' } });
install('node_modules/d', {});
install('node_modules/e', {});

test('a package comes with all that it needs, from where Node would find it, and nothing else', () => {
  expect(packagesBelow(root, ['a']).map((path) => relative(root, path))).toEqual([
    'node_modules/@s/c',
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/d',
  ]);
});

test('what is not installed is told', () => {
  expect(() => packagesBelow(root, ['lost'])).toThrow('lost is not installed.');
});
