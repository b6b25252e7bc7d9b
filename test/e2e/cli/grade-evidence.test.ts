import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CliFolder, ended } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});

const evidence = (changes: object): string =>
  JSON.stringify({
    vigie: 'evidence',
    version: 1,
    labs: [{ id: '01-web', hash: 'sha256:0' }],
    takenAt: '2026-01-01T00:00:00.000Z',
    tookMs: 0,
    endpoint: 'unix:///var/run/docker.sock',
    facts: {},
    ...changes,
  });

const judge = (evidence: string, ...more: string[]) =>
  folder.run(['grade', '01-web', '--evidence', evidence, ...more], { DOCKER_HOST: 'unix:///nowhere.sock' });

describe('saved evidence is judged without an engine', () => {
  test.each([
    ['reached.json', 0, 'Mark: 20 / 20 (pass mark: 10, reached)'],
    ['below.json', 1, 'Mark: 0 / 20 (pass mark: 10, not reached yet)'],
    ['lost.json', 3, 'Incomplete: at least one point could not be checked.'],
  ])('%s ends with %i', async (file, code, says) => {
    const { stdout, stderr, code: ended } = await judge(file);
    expect({ code: ended, stderr }).toEqual({ code, stderr: '' });
    expect(stdout).toContain(says);
  });

  test('the same evidence gives the same bytes, in the terminal and as JSON', async () => {
    const both = ['--report', 'json'];
    const once = await judge('below.json', ...both);
    expect(once.stdout).toContain('"vigie": "report"');
    expect((await judge('below.json', ...both)).stdout).toBe(once.stdout);
  });

  test('a fact that holds what no engine answers could not be found out', async () => {
    folder.put('odd.json', evidence({ facts: { 'container/ubuntu': { value: { Id: 5 } } } }));
    const { code, stdout, stderr } = await judge('odd.json');
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('Incomplete: at least one point could not be checked.');
  });

  test('facts that a lab asks for and the evidence lacks make the mark incomplete', async () => {
    const { code, stdout } = await judge('empty.json');
    expect(code).toBe(3);
    expect(stdout).toContain('The evidence does not hold "container/ubuntu"');
  });

  test.each<[string, string | Buffer, string]>([
    ['cut short', '{"vigie": "evidence", "ver', 'is damaged or cut short'],
    ['binary', Buffer.from([0, 1, 2, 255]), 'is damaged or cut short'],
    ['empty', '', 'is damaged or cut short'],
    ['foreign', '{"name": "something else"}', 'is no evidence written by vigie grade --save-evidence'],
    ['a list', '[]', 'is no evidence'],
    [
      'of a newer version',
      '{"vigie": "evidence", "version": 2}',
      'has version 2, which this Vigie does not know: update Vigie',
    ],
    ['taken at no time', evidence({ takenAt: '::error::x' }), 'is no evidence'],
    ['of labs that are none', evidence({ labs: [null] }), 'is no evidence'],
    ['half of it', '{"vigie": "evidence", "version": 1, "facts": {"engine": 1}}', 'is no evidence'],
  ])('evidence that is %s is refused in one sentence', async (_, content, says) => {
    folder.put('odd.json', content);
    const { code, stdout, stderr } = await judge('odd.json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll('\n', ' ')).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each(['pipe', '/dev/zero'])('%s is no plain file, and not waited for', async (file) => {
    if (file === 'pipe') execFileSync('mkfifo', [join(folder.work, file)]);
    const { code, stderr } = await judge(file);
    expect(code).toBe(2);
    expect(stderr).toContain('no plain file');
  });

  test('evidence that is not there is refused', async () => {
    const { code, stdout, stderr } = await judge('nowhere.json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll('\n', ' ')).toContain(
      'No access to the evidence nowhere.json: no such file or folder (ENOENT)',
    );
  });

  test.each([
    ['nowhere.json', 'Accès impossible au relevé nowhere.json : fichier ou dossier introuvable (ENOENT)'],
    ['.', 'Accès impossible au relevé . : ce n’est pas un simple fichier'],
    ['odd.json', 'est abîmé ou tronqué : ce n’est pas du JSON (ligne 2, colonne 3)'],
  ])('%s: why is told in French as well, without a word of Node’s', async (file, says) => {
    folder.put('odd.json', '{\n  oops');
    const { stderr } = await judge(file, '--lang', 'fr');
    expect(stderr.replaceAll('\n', ' ').trim()).toMatch(new RegExp(`${says.replace(/[()]/g, '\\$&')}$`));
  });
});

describe('reports in files', () => {
  test('--report json=FILE writes the file and still shows the report', async () => {
    const { code, stdout } = await judge('reached.json', '--report', 'json=report.json');
    expect(code).toBe(0);
    expect(stdout).toContain('Mark: 20 / 20');
    expect(JSON.parse(readFileSync(join(folder.work, 'report.json'), 'utf8'))).toMatchObject({
      vigie: 'report',
      outcome: 'reached',
      lab: { id: '01-web' },
    });
  });

  test('a file that cannot be written is said, and the exit code is 3', async () => {
    const { code, stdout, stderr } = await judge('reached.json', '--report', 'json=no/such/folder/r.json');
    expect(code).toBe(3);
    expect(stdout).toContain('Mark: 20 / 20');
    expect(stderr).toContain('no/such/folder/r.json');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('colour', () => {
  const args = ['grade', '01-web', '--evidence', 'below.json'];

  test('there is none where nobody looks at a terminal', async () => {
    expect((await folder.run(args)).stdout).not.toContain('\x1b');
  });

  test('there is some on a terminal, and it changes nothing but colour', async () => {
    const shown = await folder.onTerminal(args);
    expect(shown.output).toContain('\x1b[');
    expect(stripVTControlCharacters(shown.output)).toBe((await folder.run(args)).stdout);
    expect(shown.code).toBe(1);
  });

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('there is none on a terminal with %j', async (env) => {
    expect((await folder.onTerminal(args, env)).output).not.toContain('\x1b');
  });
});

test('who reads the report may stop reading: no crash, and the exit code is that of the grade', async () => {
  const child = folder.start(['grade', '01-web', '--evidence', 'reached.json', '--report', 'json']);
  child.stdout?.destroy();
  expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
});

test('a full disk behind the report is said', async () => {
  const sh = `"$0" "$1" grade 01-web --evidence reached.json > /dev/full`;
  const child = spawn('sh', ['-c', sh, process.execPath, folder.main], {
    cwd: folder.work,
    env: folder.env(),
  });
  const { code, stderr } = await ended(child);
  expect(code).toBe(3);
  expect(stderr).toMatch(/ENOSPC/);
});

test('evidence of one lab is judged for that lab, where none is named', async () => {
  const lab = readFileSync(join(folder.work, 'labs/01-web/lab.yaml'), 'utf8');
  for (const id of ['01-web', '02-more']) {
    mkdirSync(join(folder.work, 'three', id), { recursive: true });
    writeFileSync(join(folder.work, 'three', id, 'lab.yaml'), lab.replace('01-web', id));
  }
  const evidence = JSON.parse(readFileSync(join(folder.work, 'reached.json'), 'utf8')) as object;
  const labs = [{ id: '01-web', hash: 'sha256:0' }];
  writeFileSync(join(folder.work, 'one.json'), JSON.stringify({ ...evidence, labs }));
  const { stdout } = await folder.run(['grade', '--labs', 'three', '--evidence', 'one.json']);
  expect(stdout).toContain('01-web · ');
  expect(stdout).not.toContain('02-more');
});

test('several labs are a line each, then those begun in full; as JSON a list', async () => {
  mkdirSync(join(folder.work, 'two/a'), { recursive: true });
  mkdirSync(join(folder.work, 'two/b'), { recursive: true });
  const lab = readFileSync(join(folder.work, 'labs/01-web/lab.yaml'), 'utf8');
  writeFileSync(join(folder.work, 'two/a/lab.yaml'), lab.replace('01-web', 'a'));
  writeFileSync(
    join(folder.work, 'two/b/lab.yaml'),
    lab.replace('01-web', 'b').replaceAll('ubuntu', 'other'),
  );
  const { stdout, code } = await folder.run([
    'grade',
    '--labs',
    'two',
    '--evidence',
    'reached.json',
    '--report',
    'json=two.json',
  ]);
  expect(code).toBe(3);
  expect(stdout).toContain('a · A server');
  expect(JSON.parse(readFileSync(join(folder.work, 'two.json'), 'utf8'))).toMatchObject({
    vigie: 'reports',
    reports: [{ lab: { id: 'a' } }, { lab: { id: 'b' } }],
  });
  expect(existsSync(join(folder.work, 'two.json.part'))).toBe(false);
});
