/**
 * Lays out what `uses: …/vigie@v1` gives a runner: the built program, the labs, and of the installed packages those that grading loads,
 * without what only people and compilers read. Nothing is built, installed or downloaded on the runner.
 * Run after `npm ci --omit=dev`-like install: node -r esbuild-register scripts/action-tree.ts FOLDER
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { buildPackage } from './build';
import { packagesBelow } from './packages-below';

const root = join(__dirname, '..');

/** What the bundles in `dist/` leave to be required; test/e2e/release says where one is missing. Native parts are those of the machine that lays out: Linux on x64. */
const loaded = [
  '@jest/core',
  '@jest/globals',
  '@lydell/node-pty',
  '@swc/core',
  'jest-environment-node',
  'jest-runner',
  // Of rooms in a container: a hosted runner without Debian's packages has no other ones.
  'testcontainers',
];

/** Types, maps, texts and examples; a licence stays with what it is for. */
const unread = /\.(d\.[cm]?ts|map|markdown|flow)$|^(readme|changelog|history)(\.|$)|\.md$/i;

export async function layOutAction(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await buildPackage(join(folder, 'dist'));
  for (const name of ['action.yml', 'LICENSE', 'README.md']) cpSync(join(root, name), join(folder, name));
  cpSync(join(root, 'graders'), join(folder, 'graders'), { recursive: true });
  cpSync(join(root, 'labs'), join(folder, 'labs'), {
    recursive: true,
    // Sessions are the solutions.
    filter: (path) => basename(path) !== 'sessions',
  });
  for (const path of packagesBelow(root, loaded))
    cpSync(path, join(folder, relative(root, path)), {
      recursive: true,
      filter: (file) =>
        !unread.test(basename(file)) && !relative(path, file).split(sep).includes('node_modules'),
    });
  const { name, version, license, type, engines, exports } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, unknown>>;
  const manifest = { name, version, license, type, engines, exports };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (require.main === module) {
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error(`Usage: ${basename(__filename)} FOLDER`);
  mkdirSync(dirname(folder), { recursive: true });
  void layOutAction(folder);
}
