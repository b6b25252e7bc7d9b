import { execFileSync } from 'node:child_process';
import { hasTmux } from './tmux';

/** For the tests at a terminal whose window gets other sizes: installs tmux where it is missing (root on Debian); without it these tests say that they need it. */
export function prepareTmux(): void {
  if (hasTmux()) return;
  process.stderr.write('Installing the Debian package tmux for the tests of what a terminal shows...\n');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'tmux']])
      execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`tmux could not be installed: ${reason}\n`);
  }
}

export default prepareTmux;
