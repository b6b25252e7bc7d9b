import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { Release } from '../../support/workflow-runner/action-run';

const release = new Release();
beforeAll(() => release.layOut(), 60_000);
afterAll(() => {
  release.remove();
});

/** What the built program asks for by name, and does not have in itself. */
function asked(): readonly string[] {
  const dist = join(release.folder, 'dist');
  const sources = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const names = sources.flatMap((name) =>
    [...readFileSync(join(dist, name), 'utf8').matchAll(/\brequire\("([^"./][^"]*)"\)/g)].map(
      ([, one = '']) => one,
    ),
  );
  return [...new Set(names)].filter((name) => !isBuiltin(name) && name !== 'vigie').sort();
}

test('there are packages that the built program asks for', () => {
  expect(asked()).toContain('@lydell/node-pty');
});

test('each package that the built program asks for is in a release, with all that it loads', () => {
  // Nothing above a temporary folder has packages.
  const program = `const failed = ${JSON.stringify(asked())}.flatMap((name) => {
    try { require(name); return []; } catch (error) { return [name + ': ' + error.message]; }
  });
  process.stdout.write(JSON.stringify(failed)); process.exit(0);`;
  const said = execFileSync(process.execPath, ['-e', program], {
    cwd: release.folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  // Jest's globals are only for tests, and say so.
  expect(
    (JSON.parse(said) as string[]).filter((one) => !one.startsWith('@jest/globals: Do not import')),
  ).toEqual([]);
});

test('a terminal opens with what a release brings', () => {
  const program = `const pty = require('@lydell/node-pty').spawn('sh', ['-c', 'test -t 0 && echo terminal'], {});
  let text = ''; pty.onData((data) => { text += data; }); pty.onExit(() => { process.stdout.write(text); process.exit(0); });`;
  const said = execFileSync(process.execPath, ['-e', program], { cwd: release.folder, encoding: 'utf8' });
  expect(said.trim()).toBe('terminal');
});

test('solutions are in no release', () => {
  const files = readdirSync(join(release.folder, 'labs'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => /sessions|evidence/.test(name))).toEqual([]);
});
