import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { helloProgram } from '../../../src/cleanroom/images/hello-program';

test('the program prints its text and ends with 0', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hello-'));
  const file = join(folder, 'hello');
  writeFileSync(file, helloProgram('Bonjour à tous\n'), { mode: 0o755 });
  const { status, stdout } = spawnSync(file, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'Bonjour à tous\n' });
});
