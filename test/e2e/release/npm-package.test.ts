import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildPackage } from '../../../scripts/build';
import { packagesBelow } from '../../../scripts/packages-below';
import { unloadablePackages } from '../../support/unloadable-packages';

const root = resolve(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'vigie-npm-'));
const installed = join(folder, 'node_modules', 'vigie');
const work = join(folder, 'work');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** What `npm pack` takes along, with its dependencies beside it as npm installs them: nothing above has packages, and the checkout is elsewhere. */
beforeAll(async () => {
  const source = join(folder, 'source');
  mkdirSync(work, { recursive: true });
  mkdirSync(source);
  for (const name of [
    'package.json',
    'README.md',
    'LICENSE',
    ...manifest.files.filter((one) => one !== 'dist'),
  ])
    cpSync(join(root, name), join(source, name), { recursive: true });
  await buildPackage(join(source, 'dist'));
  const said = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
  });
  const [{ filename = '' } = {}] = JSON.parse(said) as { readonly filename?: string }[];
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  for (const path of packagesBelow(root, Object.keys(manifest.dependencies)))
    execFileSync('cp', ['-a', '--parents', relative(root, path), folder], { cwd: root });
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const vigie = (...args: readonly string[]) => {
  const main = join(installed, manifest.bin['vigie'] ?? '');
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', DOCKER_HOST: 'unix:///nowhere.sock' },
  });
  return { said: stdout + stderr, status };
};
const labs = ['--labs', join(installed, 'labs')];
const reference = join(installed, 'labs/02-ubuntu/sessions/reference.evidence.json');

test('a package that was installed does what README promises without an engine', () => {
  const ended = [
    vigie('--help'),
    vigie('lint', ...labs),
    vigie(
      'grade',
      '02-ubuntu',
      ...labs,
      '--evidence',
      reference,
      '--report',
      'json=report.json',
      '--report',
      'html=page.html',
    ),
    vigie('report', 'html=again.html', 'report.json'),
    vigie('keys', '--out', 'keys'),
    vigie('grade', '02-ubuntu', ...labs, '--dry-run'),
  ];
  expect(ended.filter(({ status }) => status !== 0)).toEqual([]);
});

test('a package that was installed grades a class', () => {
  writeFileSync(join(work, 'seen.json'), readFileSync(reference));
  writeFileSync(
    join(work, 'roster.yaml'),
    'version: 1\nlabs: [02-ubuntu]\nstudents:\n  Ada: { id: ada, evidence: seen.json }\n',
  );
  const ended = [
    vigie('class', 'grade', 'roster.yaml', ...labs, '--out', 'results'),
    vigie('class', 'report', 'results', '--out', 'gradebook.html'),
  ];
  expect(ended.filter(({ status }) => status !== 0)).toEqual([]);
});

test('a package that was installed says that there is no engine, in one sentence and with code 3', () => {
  const { said, status } = vigie('grade', '01-hello-world', ...labs);
  expect({ status, said }).toMatchObject({
    status: 3,
    said: expect.not.stringContaining('Cannot find module'),
  });
});

test('what a package that was installed loads is among its dependencies, and is all there', () => {
  expect(unloadablePackages(installed)).toEqual([]);
});

test('a grader of one’s own finds `vigie/jest` in it', () => {
  writeFileSync(join(work, 'own.js'), "require.resolve('vigie/jest'); require('vigie/package.json');\n");
  const { stderr, status } = spawnSync(process.execPath, [join(work, 'own.js')], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
