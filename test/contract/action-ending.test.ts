import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A step of action.yml in a process of its own, as the runner starts it. */
function step(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const main = join(__dirname, '../../src/action/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', 'esbuild-register', main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', INPUT_LANGUAGE: 'en', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const broke = (detail: string): string =>
  `::error title=Vigie::This step broke off (${detail}): nothing was graded, and nothing counts against the student.\n`;

test('a step that breaks has graded nobody, and says so in one sentence', () => {
  expect(step(['class-summary', '/nowhere/gradebook.json'])).toEqual({
    status: 3,
    stdout: broke('no such file or folder (ENOENT)'),
    stderr: '',
  });
}, 60_000);

test('so has one whose gradebook is none, without a stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-step-'));
  writeFileSync(join(folder, 'gradebook.json'), '{');
  const { status, stdout, stderr } = step(['class-summary', join(folder, 'gradebook.json')]);
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  rmSync(folder, { recursive: true });
}, 60_000);

test('one that knows what it came to says that', () => {
  const inputs = { INPUT_FAIL_BELOW: 'pass', INPUT_ARTIFACT: 'vigie', SCORE: '20', MAX: '20' };
  expect(step(['verdict'], { ...inputs, OUTCOME: 'reached' })).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(step(['verdict'], { ...inputs, OUTCOME: 'below' }).status).toBe(1);
  expect(step(['verdict'], { ...inputs, INPUT_FAIL_BELOW: 'sometimes' }).status).toBe(2);
}, 60_000);
