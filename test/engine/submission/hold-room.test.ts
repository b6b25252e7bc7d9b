import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdRoom } from '../../../src/submission/hold-room';

test('a device that root in a room puts in the place of the answers is not read: it could be one of the machine’s disks', () => {
  const home = mkdtempSync(join(tmpdir(), 'vigie-held-'));
  const socket = join(home, 'docker.sock');
  writeFileSync(socket, '');
  using held = holdRoom({ dockerHost: `unix://${socket}`, home });
  const device = join(home, 'answers.yaml');
  execFileSync('mknod', [device, 'c', '1', '3']); // that of /dev/null
  expect(readFileSync(device)).toHaveLength(0);
  expect(held.answers()).toBeUndefined();
  rmSync(home, { recursive: true });
});
