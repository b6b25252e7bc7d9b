import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/** What the program built in `dist/` of a package asks for by name, and does not have in itself. */
export function askedPackages(folder: string): readonly string[] {
  const dist = join(folder, 'dist');
  const sources = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const names = sources.flatMap((name) =>
    [...readFileSync(join(dist, name), 'utf8').matchAll(/\brequire\("([^"./][^"]*)"\)/g)].map(
      ([, one = '']) => one,
    ),
  );
  return [...new Set(names)].filter((name) => !isBuiltin(name) && name !== 'vigie').sort();
}

/** Those of them that cannot be loaded from there, and why. */
export function unloadablePackages(folder: string): readonly string[] {
  const program = `const failed = ${JSON.stringify(askedPackages(folder))}.flatMap((name) => {
    try { require(name); return []; } catch (error) { return [name + ': ' + error.message]; }
  });
  process.stdout.write(JSON.stringify(failed)); process.exit(0);`;
  const said = execFileSync(process.execPath, ['-e', program], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  // Jest's globals are only for tests, and say so.
  return (JSON.parse(said) as string[]).filter((one) => !one.startsWith('@jest/globals: Do not import'));
}
