import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Their consoles draw in different ways: up to 3.12 by readline, from 3.13 on by themselves. */
const wanted = ['3.11', '3.13'];

/** Folders that may have a Python: those of PATH, and where pyenv keeps all releases that it has. */
function places(): readonly string[] {
  const kept = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const versions = existsSync(kept) ? readdirSync(kept).map((version) => join(kept, version, 'bin')) : [];
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions].filter((folder) =>
    existsSync(folder),
  );
}

/** One Python console of each release that is found; says which of those that matter is not there. */
export function findPythons(): readonly (readonly [release: string, path: string])[] {
  const found = new Map<string, string>();
  for (const place of places())
    for (const name of readdirSync(place)) {
      const release = /^python(3\.\d+)$/.exec(name)?.[1];
      if (release === undefined || !wanted.includes(release) || found.has(release)) continue;
      const path = itself(join(place, name));
      if (path !== undefined) found.set(release, path);
    }
  for (const release of wanted)
    if (!found.has(release))
      process.stderr.write(
        `Skipped: the console of Python ${release}, since neither PATH nor pyenv has a python${release} with readline.\n`,
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
