/** Writes the files of a new lab, to be edited. Run: npm run new:lab -- NAME */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { planNewLab } from './new-lab/plan-new-lab';

async function main(root: string, name: string): Promise<number> {
  const planned = planNewLab(name, (path) => existsSync(join(root, path)));
  if (typeof planned === 'string') {
    process.stderr.write(`${planned}\n`);
    return 2;
  }
  for (const { path, text } of planned) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    // Sessions are no language that it knows.
    const isSession = path.endsWith('.session');
    const style = { ...(await resolveConfig(file)), filepath: file };
    writeFileSync(file, isSession ? text : await format(text, style));
    process.stdout.write(`${path}\n`);
  }
  process.stdout.write(
    `It is sound as it is: npm run lint:labs -- ${name}. What to do next: docs/new-lab.md.\n`,
  );
  return 0;
}

void main(join(__dirname, '..'), process.argv[2] ?? '').then((code) => {
  process.exitCode = code;
});
