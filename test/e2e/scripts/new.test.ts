import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ended } from '../cli/cli-folder';

const root = resolve(__dirname, '../../..');

/** As `npm run` starts it; what is asked for here writes nothing. */
const run = (script: string, args: readonly string[], lang: string) =>
  ended(
    spawn(process.execPath, ['-r', 'esbuild-register', `scripts/${script}.ts`, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], LANG: lang },
    }),
  );

test.each<[string, readonly string[], string, number, string]>([
  ['new-lab', ['03-nginx'], 'fr_FR.UTF-8', 2, 'labs/03-nginx existe déjà\u00a0: '],
  ['new-lab', ['03-nginx'], 'en_US.UTF-8', 2, 'labs/03-nginx is there already: '],
  ['new-lab', ['--help', '--lang', 'fr'], 'en_US.UTF-8', 0, 'Utilisation\u00a0: npm run new:lab '],
  ['new-check', [], 'fr_FR.UTF-8', 2, 'The name of the kind is missing.\n'],
  ['new-check', ['--help'], 'fr_FR.UTF-8', 0, 'Usage: npm run new:check '],
])('%s %j, where the machine speaks %s, ends with %d', async (script, args, lang, expected, says) => {
  const { code, stdout, stderr } = await run(script, args, lang);
  expect(code).toBe(expected);
  expect(expected === 0 ? stdout : stderr).toContain(says);
  expect(expected === 0 ? stderr : stdout).toBe('');
});
