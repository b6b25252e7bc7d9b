import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { kinds } from '../src/checks/registry';
import { generatedFiles } from './generate/files';

/** Writes all generated files; with `--check` only says which of them are not what would be written. */
async function main(root: string, check: boolean): Promise<number> {
  let stale = 0;
  for (const { path, text } of generatedFiles(kinds, root)) {
    const file = join(root, path);
    const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
    if (formatted === textOf(file)) continue;
    stale += 1;
    process.stdout.write(`${check ? 'not up to date' : 'wrote'}: ${path}\n`);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, formatted);
  }
  if (check && stale > 0) process.stdout.write('Run `npm run generate`.\n');
  return check && stale > 0 ? 1 : 0;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

void main(join(__dirname, '..'), process.argv.includes('--check')).then((code) => {
  process.exitCode = code;
});
