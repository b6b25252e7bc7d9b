import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from '../file-lock';

/**
 * The folder of a thing that is expensive to make, made by `build` when it is not there yet. It is made under another name and
 * renamed when complete; one process makes it, others wait for it.
 */
export async function cached(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const root = cacheRoot();
  const folder = join(root, name);
  if (existsSync(folder)) return folder;
  return withFileLock(join(root, `.${name}.lock`), async () => {
    if (existsSync(folder)) return folder;
    // Whoever made an earlier draft is dead, or it would hold the lock.
    const drafts = readdirSync(root).filter((entry) => entry.startsWith(`.${name}.draft`));
    for (const draft of drafts) rmSync(join(root, draft), { recursive: true, force: true });
    const draft = join(root, `.${name}.draft`);
    mkdirSync(draft);
    await build(draft);
    renameSync(draft, folder);
    return folder;
  });
}

function cacheRoot(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'vigie', 'cleanroom');
}
