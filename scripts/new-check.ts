/** Writes the files of a new kind of check and registers it. Run: npm run new:check -- NAME */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { planNewCheck } from './new-check/plan-new-check';

async function main(root: string, kind: string): Promise<number> {
  const read = (path: string): string | undefined => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const planned = planNewCheck(kind, read);
  if (typeof planned === 'string') {
    process.stderr.write(`${planned}\n`);
    return 2;
  }
  for (const { path, text } of planned) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
    process.stdout.write(`${path}\n`);
  }
  process.stdout.write('Now mend what says TODO, and run `npm run generate`.\n');
  return 0;
}

void main(join(__dirname, '..'), process.argv[2] ?? '').then((code) => {
  process.exitCode = code;
});
