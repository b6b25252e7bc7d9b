import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Their consoles draw in different ways: up to 3.12 by readline, from 3.13 on by themselves. */
const wanted = ['3.11', '3.13'];

/** One Python console of each release that a folder of PATH has; says which of those that matter is not there. */
export function findPythons(): readonly (readonly [release: string, path: string])[] {
  const found = new Map<string, string>();
  for (const place of (process.env['PATH'] ?? '').split(delimiter).filter((folder) => existsSync(folder)))
    for (const name of readdirSync(place)) {
      const release = /^python(3\.\d+)$/.exec(name)?.[1];
      const path = release !== undefined && !found.has(release) ? itself(join(place, name)) : undefined;
      if (release !== undefined && path !== undefined) found.set(release, path);
    }
  for (const release of wanted)
    if (!found.has(release))
      process.stderr.write(
        `Skipped: the console of Python ${release}, since no folder of PATH has a python${release} with readline.\n`,
      );
  return [...found];
}

/** Where it really is: what is in PATH may be a script that chooses. */
function itself(path: string): string | undefined {
  try {
    const told = execFileSync(path, ['-c', 'import readline, sys; print(sys.executable)'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return told.trim();
  } catch {
    return undefined;
  }
}
