import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's browser; playwright-core brings none of its own. */
export const chromiumPath = '/usr/bin/chromium';

/** Before the tier that needs a browser: installs Debian's Chromium where it is missing (root on Debian), or says what keeps it from doing so. */
export default function prepare(): void {
  if (existsSync(chromiumPath)) return;
  process.stderr.write('Installing the Debian package chromium for the tests in a browser...\n');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
      execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The tests in a browser need ${chromiumPath}, which could not be installed: ${reason}`, {
      cause: error,
    });
  }
}
