import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { whyNoUsers } from '../../../src/cleanroom/room/users';

/** What is said in a user namespace of a process of its own, after `before` was done there. */
function saidInside(before: string): string {
  const ask = 'console.log(require("./src/cleanroom/room/users").whyNoUsers())';
  const script = `${before}; exec "$0" -r esbuild-register -e '${ask}'`;
  return execFileSync('unshare', ['--user', '--map-root-user', 'sh', '-c', script, process.execPath], {
    cwd: resolve(__dirname, '../../..'),
    encoding: 'utf8',
  });
}

test('this machine gives rooms users of their own, and where that cannot be, it is said why', () => {
  expect(whyNoUsers()).toBeUndefined();
  expect(saidInside(':')).toMatch(/in a user namespace without the users 2000000000 to 20\d+/);
  // The setting of a namespace is that namespace's own.
  expect(saidInside('echo 0 > /proc/sys/user/max_user_namespaces')).toMatch(/switched off/);
});
