import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Json } from '../../../src/text/json';
import { json, startFakeEngine } from '../../contract/engine/fake-engine';
import { ubuntu } from '../../support/evidence';
import { wholeAnswer } from '../../support/whole-answer';
import { CliFolder } from './cli-folder';

const folder = new CliFolder();
/** Loaded before the program (`node -r`): keeps which files it has loaded when it ends. */
const preload = `process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, Object.keys(require.cache).join('\\n')));`;

beforeAll(async () => {
  await folder.build();
  writeFileSync(join(folder.path, 'loaded.js'), preload);
}, 60_000);
afterAll(() => {
  folder.remove();
});

/** Packages that a run has loaded, from node_modules or from their bundles in `dist/packages`. */
async function loadedBy(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const list = join(folder.path, 'loaded.txt');
  rmSync(list, { force: true });
  const { code, stderr } = await folder.run(args, {
    ...env,
    LOADED: list,
    NODE_OPTIONS: `--require ${join(folder.path, 'loaded.js')}`,
  });
  const files = readFileSync(list, 'utf8').split('\n');
  const names = files.flatMap((file) => {
    const below = file.split(`${sep}node_modules${sep}`).at(-1) ?? '';
    if (below !== file)
      return below
        .split(sep)
        .slice(0, below.startsWith('@') ? 2 : 1)
        .join('/');
    return /^dist[\\/]packages[\\/](.+)\.js$/.exec(relative(folder.path, file))?.[1] ?? [];
  });
  return { code, stderr, names: [...new Set(names)].sort() };
}

test('each command that is imported late is a file of its own: grading does not read the others', () => {
  const sources = resolve(__dirname, '../../../src/cli');
  const filesOf = (name: string) => readdirSync(join(sources, name)).map((file) => join(name, file));
  const late = ['main.ts', ...filesOf('program'), ...filesOf('commands')]
    .flatMap((name) => [
      ...readFileSync(join(sources, name), 'utf8').matchAll(/import\('\.{1,2}\/commands\/([\w-]+)\.js'\)/g),
    ])
    .map(([, name]) => `${name}.js`);
  expect(late).toEqual(expect.arrayContaining(['grade-flags.js', 'class-grade.js', 'demo.js', 'watch.js']));
  expect(readdirSync(join(folder.path, 'dist/cli')).sort()).toEqual([...new Set(late), 'main.js'].sort());
});

test('judging saved evidence loads neither Jest nor the engine’s client', async () => {
  const { code, names } = await loadedBy(['grade', '01-web', '--evidence', 'reached.json']);
  expect(code).toBe(0);
  expect(names).toEqual(['commander', 'fastest-levenshtein', 'yaml']);
});

test('without an engine Jest is not loaded either', async () => {
  const absent = `unix://${join(folder.path, 'absent.sock')}`;
  const { code, names } = await loadedBy(['grade', '01-web'], { DOCKER_HOST: absent });
  expect(code).toBe(3);
  expect(names.filter((name) => name.includes('jest'))).toEqual([]);
});

test('grading on an engine loads no ssh, gRPC, protobuf, schema compiler or TypeScript compiler', async () => {
  const whole = wholeAnswer('/containers/ubuntu/json', ubuntu() as unknown as Json);
  const answers = { '/containers/ubuntu/json': json(whole), '/images/json': json([]) };
  const engine = await startFakeEngine(answers);
  try {
    const graded = ['grade', '01-web'];
    await loadedBy(graded, { DOCKER_HOST: `unix://${engine.path}` }); // fills Jest's cache, which takes a compiler
    const { names } = await loadedBy(graded, { DOCKER_HOST: `unix://${engine.path}` });
    expect(names).toEqual(expect.arrayContaining(['dockerode', '@jest/core', 'jest-circus']));
    expect(
      names.filter((name) => /ssh|grpc|protobuf|typebox|^ajv|swc|@babel\/core|babel-jest|esbuild/.test(name)),
    ).toEqual([]);
  } finally {
    await engine.terminate();
  }
});
