import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { askedPackages, unloadablePackages } from '../../support/unloadable-packages';
import { Release } from '../../support/workflow-runner/action-run';

const release = new Release();
beforeAll(() => release.layOut(), 60_000);
afterAll(() => {
  release.remove();
});

test('each package that the built program asks for is in a release, with all that it loads', () => {
  expect(askedPackages(release.folder)).toContain('@lydell/node-pty');
  // Nothing above a temporary folder has packages.
  expect(unloadablePackages(release.folder)).toEqual([]);
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
