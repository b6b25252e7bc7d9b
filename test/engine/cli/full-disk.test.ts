import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, startFakeEngine, type FakeEngine } from '../../contract/engine/fake-engine';
import type { Json } from '../../../src/text/json';
import { ubuntu } from '../../support/evidence';
import { wholeAnswer } from '../../support/whole-answer';
import { CliFolder } from '../../e2e/cli/cli-folder';

// Small disks are mounted and devices made here, which takes root; the disks are in a folder of this test, and nothing of the machine's own is written.
const folder = new CliFolder();
const mounted: string[] = [];
let engine: FakeEngine;
beforeAll(async () => {
  await folder.build();
  engine = await startFakeEngine({
    '/containers/ubuntu/json': json(wholeAnswer('/containers/ubuntu/json', ubuntu() as unknown as Json)),
    '/images/json': json([]),
  });
}, 60_000);
afterAll(async () => {
  await engine.terminate();
  for (const disk of mounted) execFileSync('umount', [disk]);
  folder.remove();
});

const judge = ['grade', '01-web', '--evidence', 'reached.json'];

/** A disk of so many bytes, filled to its end but for `free`. */
function disk(name: string, free: number): string {
  const path = join(folder.work, name);
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=1777', 'none', path]);
  mounted.push(path);
  const block = 4096;
  const blocks = 256 - Math.ceil(free / block);
  if (blocks > 0) writeFileSync(join(path, 'filler'), Buffer.alloc(blocks * block));
  return path;
}

describe('on a full disk', () => {
  test.each([
    ['--save-evidence', (file: string) => file],
    ['--report', (file: string) => `json=${file}`],
    ['--report', (file: string) => `html=${file}`],
  ])('the old file is as it was after %s, and nothing is left beside it', async (flag, value) => {
    const path = disk(`full${mounted.length}`, 4096);
    const file = join(path, 'old');
    writeFileSync(file, 'what was there');
    const { code, stderr } = await folder.run([...judge, flag, value(file)]);
    expect(code).toBe(3);
    expect(stderr.replaceAll('\n', ' ')).toContain('no space left on the disk');
    expect(readFileSync(file, 'utf8')).toBe('what was there');
    expect(readdirSync(path).sort()).toEqual(['filler', 'old']);
  });

  test('a gradebook is not torn either', async () => {
    const path = disk('gradebook', 4096);
    writeFileSync(join(path, 'g.html'), 'what was there');
    folder.put(
      'roster.yaml',
      'version: 1\nlabs: [01-web]\nstudents:\n  Ada: { id: ada, evidence: reached.json }\n',
    );
    expect((await folder.run(['class', 'grade', 'roster.yaml'])).code).toBe(0);
    const { code } = await folder.run(['class', 'report', 'results', '--out', join(path, 'g.html')]);
    expect(code).toBe(3);
    expect(readFileSync(join(path, 'g.html'), 'utf8')).toBe('what was there');
    expect(readdirSync(path).sort()).toEqual(['filler', 'g.html']);
  });
});

describe('a device is written to, and stays one', () => {
  // The numbers of null and full, on a node of this test's own.
  test.each([
    ['takes all', 3, 0],
    ['takes nothing', 7, 3],
  ])('one that %s', async (name, minor, expected) => {
    const node = join(folder.work, `device-${minor}`);
    execFileSync('mknod', [node, 'c', '1', String(minor)]);
    for (const wish of [
      ['--save-evidence', node],
      ['--report', `json=${node}`],
    ]) {
      const { code, stderr } = await folder.run([...judge, ...wish]);
      expect([name, code, stderr === '']).toEqual([name, expected, expected === 0]);
      expect(lstatSync(node).isCharacterDevice()).toBe(true);
    }
  });
});

describe('grading goes on without a cache', () => {
  const grade = (env: Readonly<Record<string, string>>) =>
    folder.run(['grade', '01-web'], { DOCKER_HOST: `unix://${engine.path}`, ...env });

  test.each(['full', 'read-only'])('where home is %s', async (how) => {
    const home = disk(`home-${how}`, how === 'full' ? 0 : 1 << 20);
    if (how === 'read-only') execFileSync('mount', ['-o', 'remount,ro', home]);
    const env = { HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home };
    expect(await grade(env)).toMatchObject({ code: 0, stderr: '' });
  });

  test('where nothing can be written anywhere', async () => {
    const full = disk('nowhere', 0);
    const env = { HOME: full, XDG_CACHE_HOME: full, XDG_STATE_HOME: full, TMPDIR: full };
    const { code, stdout, stderr } = await grade(env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Mark: 20 / 20');
  });

  test('and a hand-written test that could not be run is nobody’s loss', async () => {
    const full = disk('tests', 0);
    folder.put(
      'own/lab.yaml',
      'vigie: 1\nid: own\nlang: en\ntitle: T\ntasks:\n  - id: t\n    title: T\n    points: 20\n    checks:\n      - jest: holds\n',
    );
    const env = { HOME: full, XDG_CACHE_HOME: full, XDG_STATE_HOME: full, TMPDIR: full };
    const { code, stdout } = await folder.run(['grade', 'own', '--labs', '.'], {
      DOCKER_HOST: `unix://${engine.path}`,
      ...env,
    });
    expect(code).toBe(3);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'neither its cache folder nor the temporary folder can be written',
    );
  });
});
