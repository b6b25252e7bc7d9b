import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, watch, writeFileSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CliFolder, ended } from '../cli/cli-folder';
import { bytesIn, putClass, resultsIn } from './class-files';

const folder = new CliFolder();
const size = 300;
const at = (name: string): string => join(folder.work, name);
const grade = (roster: string, out: string, ...more: string[]) =>
  folder.run(['class', 'grade', roster, '--out', out, ...more]);

beforeAll(async () => {
  await folder.build();
  for (const name of ['reached', 'below'])
    await folder.run([
      'grade',
      '01-web',
      '--evidence',
      `${name}.json`,
      '--report',
      `json=${name}.report.json`,
    ]);
  const sources = [
    'report: reached.report.json',
    'report: below.report.json',
    'evidence: reached.json',
    'evidence: half.json',
  ];
  const students = Array.from({ length: size }, (_, n): [string, string] => [
    `Student ${n}`,
    `{ id: s${n}, ${sources[n % sources.length] ?? ''} }`,
  ]);
  putClass(folder, 'roster.yaml', Object.fromEntries(students));
}, 90_000);
afterAll(() => {
  folder.remove();
});

describe('a class of some hundreds', () => {
  test('is graded, whatever the marks, and a second time there is nothing to do', async () => {
    expect(await grade('roster.yaml', 'whole')).toEqual({
      code: 0,
      signal: null,
      stdout: `${size} students: ${size} graded, 0 unchanged, 0 without a mark. Results: whole\n`,
      stderr: '',
    });
    const before = bytesIn(at('whole'));
    expect(Object.keys(before)).toHaveLength(size);
    const again = await grade('roster.yaml', 'whole', '--concurrency', '1');
    expect(again.stdout).toContain(`0 graded, ${size} unchanged`);
    expect(bytesIn(at('whole'))).toEqual(before);
    expect((await grade('roster.yaml', 'whole', '--fresh')).stdout).toContain(`${size} graded, 0 unchanged`);
  });

  test('that is interrupted ends what it holds, says how to go on, and is the same in the end', async () => {
    mkdirSync(at('cut/students'), { recursive: true });
    const seen = watch(at('cut/students'));
    const child = folder.start(['class', 'grade', 'roster.yaml', '--out', 'cut', '--concurrency', '2']);
    const over = ended(child);
    let events = 0;
    seen.on('change', () => (events += 1) === 60 && child.kill('SIGTERM'));
    const { code, stderr, stdout } = await over;
    seen.close();
    expect(code).toBe(3);
    expect(stderr).toContain('Asked to stop');
    expect(stderr).toContain(`of ${size} done. Run the same command again to go on.`);
    const part = resultsIn(at('cut'));
    const done = Object.keys(part).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(size);
    expect(stdout).toContain(`${done} students: ${done} graded`);
    const rest = await grade('roster.yaml', 'cut');
    expect(rest.stdout).toContain(`${size - done} graded, ${done} unchanged`);
    await grade('roster.yaml', 'uncut');
    expect(resultsIn(at('cut'))).toEqual(resultsIn(at('uncut')));
  });

  test('in shards is the class, merged in any order, and says who is missing', async () => {
    const shards = ['1/3', '2/3', '3/3'];
    for (const shard of shards) {
      const { code } = await grade('roster.yaml', `shard-${shard[0]}`, '--shard', shard);
      expect(code).toBe(0);
    }
    const merge = (out: string, ...folders: string[]) =>
      folder.run(['class', 'merge', ...folders, '--out', out, '--roster', 'roster.yaml']);
    expect(await merge('m1', 'shard-1', 'shard-2', 'shard-3')).toMatchObject({ code: 0, stderr: '' });
    await merge('m2', 'shard-3', 'shard-1', 'shard-2', 'shard-1');
    expect(bytesIn(at('m1'))).toEqual(bytesIn(at('m2')));
    await grade('roster.yaml', 'in-one');
    expect(resultsIn(at('m1'))).toEqual(resultsIn(at('in-one')));
    const partly = await merge('m3', 'shard-1', 'shard-3');
    expect(partly.code).toBe(3);
    expect(partly.stdout.replace(/\s+/g, ' ')).toMatch(/; [1-9]\d* of the roster are missing/);
    expect(await merge('m3', 'shard-1')).toMatchObject({ code: 2, stdout: '' });
    expect(await merge('m4', 'nowhere')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('what changes between two runs', () => {
  test('is graded again: a source, a student’s name, a lab; a mark is never lost to an attempt without one', async () => {
    folder.put('ch/a.json', readFileSync(at('reached.report.json')));
    folder.put('ch/b.json', readFileSync(at('reached.json')));
    folder.put('ch/c.json', readFileSync(at('reached.json')));
    const roster = (name: string) =>
      putClass(folder, 'ch/roster.yaml', {
        [name]: '{ id: ada, report: a.json }',
        Bo: '{ id: bo, evidence: b.json }',
        Cy: '{ id: cy, evidence: c.json }',
      });
    roster('Ada');
    expect((await grade('ch/roster.yaml', 'ch/out')).code).toBe(0);
    const first = bytesIn(at('ch/out'));
    roster('Ada Lovelace');
    folder.put('ch/b.json', readFileSync(at('below.json')));
    folder.put('ch/c.json', '{ "vigie": "evidence", "ver');
    const second = await grade('ch/roster.yaml', 'ch/out');
    expect(second.code).toBe(3);
    expect(second.stdout).toContain('3 students: 1 graded, 1 unchanged, 1 without a mark.');
    expect(second.stderr).toContain('evidence.not-json');
    const results = resultsIn(at('ch/out'));
    expect(results['ada.json']?.student.name).toBe('Ada Lovelace');
    expect(results['bo.json']?.reports?.[0].points).toBe(0);
    expect(bytesIn(at('ch/out/students'))['/cy.json']).toBe(first['/students/cy.json']);
    expect(resultsIn(at('ch/out'), 'incomplete')['cy.json']?.problem?.code).toBe('evidence.not-json');
    folder.put('ch/c.json', readFileSync(at('below.json')));
    expect((await grade('ch/roster.yaml', 'ch/out')).code).toBe(0);
    expect(resultsIn(at('ch/out'))['cy.json']?.reports?.[0].points).toBe(0);
    expect(resultsIn(at('ch/out'), 'incomplete')).toEqual({});
    const lab = readFileSync(at('labs/01-web/lab.yaml'), 'utf8');
    folder.put('labs-two/01-web/lab.yaml', `# corrected\n${lab}`);
    const other = await grade('ch/roster.yaml', 'ch/out', '--labs', 'labs-two');
    expect(other.stdout).toContain('3 graded, 0 unchanged');
    expect(other.stderr).toContain('1 report that was reused was judged with another version');
  });
});

describe('hostile entries', () => {
  test('each get a result that says why, and everyone else is graded', async () => {
    const report = JSON.parse(readFileSync(at('reached.report.json'), 'utf8')) as { points: number };
    folder.put('h/good.json', readFileSync(at('reached.report.json')));
    folder.put('h/cut.json', readFileSync(at('reached.report.json')).subarray(0, 500));
    folder.put('h/foreign.json', '{"hello": 1}');
    folder.put('h/future.json', JSON.stringify({ ...report, version: 9 }));
    folder.put('h/shape.json', JSON.stringify({ ...report, tasks: 1 }));
    folder.put('h/points.json', JSON.stringify({ ...report, points: 1000 }));
    folder.put('h/old.json', readFileSync(at('reached.json'), 'utf8').replace('"version":1', '"version":7'));
    const evidence = JSON.parse(readFileSync(at('reached.json'), 'utf8')) as { facts: object };
    const numbers = { 'container/ubuntu': { value: { Id: 5 } }, containers: { value: 5 } };
    folder.put('h/forged.json', JSON.stringify({ ...evidence, facts: { ...evidence.facts, ...numbers } }));
    const engine = { engine: { value: { id: 1, flavour: '<b>' } } };
    folder.put('h/engine.json', JSON.stringify({ ...evidence, facts: { ...evidence.facts, ...engine } }));
    folder.put('secret.json', readFileSync(at('reached.report.json')));
    symlinkSync('../secret.json', at('h/link.json'));
    putClass(folder, 'h/roster.yaml', {
      Good: '{ id: good, report: good.json }',
      Cut: '{ id: cut, report: cut.json }',
      Foreign: '{ id: foreign, report: foreign.json }',
      Future: '{ id: future, report: future.json }',
      Shape: '{ id: shape, report: shape.json }',
      Points: '{ id: points, report: points.json }',
      Old: '{ id: old, evidence: old.json }',
      Forged: '{ id: forged, evidence: forged.json }',
      Engine: '{ id: engine, evidence: engine.json }',
      Out: '{ id: out, report: ../secret.json }',
      Link: '{ id: link, report: link.json }',
      Folder: '{ id: folder, report: ../h }',
      Nul: '{ id: nul, report: "good.json\\0" }',
      Gone: '{ id: gone, report: gone.json }',
      Session: '{ id: session, submission: good.json }',
      Off: '{ id: off, engine: "tcp://127.0.0.1:1" }',
      Context: '{ id: context, engine: no-such-context }',
      Typo: '{ id: typo, reprot: good.json }',
      '"=cmd|x!A1"': '{ id: formula, report: good.json }',
      '"Bo\\e[2J\\u202e"': '{ id: escape, report: good.json }',
      Evil: '{ id: ../../evil, report: good.json }',
      Twin: '{ id: GOOD, report: good.json }',
      Last: '{ id: last, evidence: ../reached.json }',
      Fine: '{ id: fine, report: good.json }',
    });
    const { code, stdout, stderr } = await grade('h/roster.yaml', 'h-out');
    const results = Object.values(resultsIn(at('h-out')));
    const codes = results.map(({ student, problem }) => `${student.name}: ${problem?.code ?? 'graded'}`);
    expect(codes.sort()).toEqual([
      '=cmd|x!A1: entry.bad-text',
      'Bo�[2J�: entry.bad-text',
      'Context: engine.unknown-context',
      'Cut: report.not-json',
      'Engine: graded',
      'Evil: entry.bad-id',
      'Fine: graded',
      'Folder: entry.outside',
      'Foreign: report.not-report',
      'Forged: graded',
      'Future: report.newer-version',
      'Gone: entry.no-such-file',
      'Good: graded',
      'Last: entry.outside',
      'Link: entry.outside',
      'Nul: entry.bad-text',
      'Off: engine.refused',
      'Old: evidence.newer-version',
      'Out: entry.outside',
      'Points: report.contradictory',
      'Session: submission.unknown-kind',
      'Shape: report.damaged',
      'Twin: entry.duplicate-id',
      'Typo: entry.unknown-key',
    ]);
    expect(code).toBe(3);
    expect(stdout).toContain('24 students: 3 graded, 0 unchanged, 21 without a mark.');
    expect(stderr).not.toContain('\x1b');
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'h/roster.yaml:21:21: an entry has no key "reprot"; did you mean "report"?',
    );
    const allowed = await grade('h/roster.yaml', 'h-out', '--allow-outside');
    expect(allowed.stdout).toContain('24 students: 3 graded, 3 unchanged');
  });

  test('that were mended leave nothing behind', async () => {
    const mend = (id: string) =>
      putClass(folder, 'mend.yaml', { Ada: `{ id: ${id}, report: reached.report.json }` });
    mend('"ç"');
    expect((await grade('mend.yaml', 'mend')).code).toBe(3);
    mend('ada');
    expect((await grade('mend.yaml', 'mend')).code).toBe(0);
    expect(Object.keys(resultsIn(at('mend')))).toEqual(['ada.json']);
    mend('ada-2');
    expect((await grade('mend.yaml', 'mend')).stderr).toContain(
      '1 result of a student who is not in the roster: ada',
    );
  });

  test('a roster that is none ends with 2, its place and a suggestion', async () => {
    folder.put('bad.yaml', 'version: 1\nlabs: [01-web]\nstudnets: {}\n');
    const { code, stdout, stderr } = await grade('bad.yaml', 'none');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'bad.yaml:3:1  a roster has no key "studnets"; did you mean "students"?\n    3 | studnets: {}',
    );
    folder.put('bad.yaml', 'version: 1\nlabs: [01-wbe]\nstudents: { A: { id: a, report: x } }\n');
    expect((await grade('bad.yaml', 'none')).code).toBe(2);
    expect((await grade('nowhere.yaml', 'none')).code).toBe(2);
    expect((await grade('roster.yaml', 'none', '--shard', '4/3')).code).toBe(2);
    expect((await grade('roster.yaml', 'none', '--concurrency', '0')).code).toBe(2);
  });
});

test('with a key only reports that it verifies count', async () => {
  await folder.run(['keys', '--out', 'keys']);
  await folder.run([
    'grade',
    '01-web',
    '--evidence',
    'reached.json',
    '--report',
    'json=signed.json',
    '--sign',
    'keys/vigie-private.pem',
    '--signed-for',
    'x',
  ]);
  const signed = readFileSync(at('signed.json'), 'utf8');
  expect(signed).toContain('"signature"');
  writeFileSync(at('forged.json'), signed.replace('"points": 20', '"points": 19'));
  putClass(folder, 'signed.yaml', {
    Ada: '{ id: ada, report: signed.json }',
    Bo: '{ id: bo, report: forged.json }',
    Cy: '{ id: cy, report: reached.report.json }',
  });
  const { code } = await grade('signed.yaml', 'signed', '--key', 'keys/vigie-public.pem');
  expect(code).toBe(3);
  const codes = Object.entries(resultsIn(at('signed'))).map(([file, { problem }]) => [file, problem?.code]);
  expect(codes).toEqual([
    ['ada.json', undefined],
    ['bo.json', 'signature.changed'],
    ['cy.json', 'signature.missing'],
  ]);
});

test('a second signal ends at once, whatever an engine is waited for', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  putClass(folder, 'silent.yaml', { Ada: `{ id: ada, engine: "tcp://127.0.0.1:${port}" }` });
  const child = folder.start(['class', 'grade', 'silent.yaml', '--out', 'silent']);
  const over = ended(child);
  await once(silent, 'connection');
  child.stderr?.on('data', (chunk: Buffer) => chunk.includes('Asked to stop') && child.kill('SIGINT'));
  child.kill('SIGTERM');
  expect(await over).toMatchObject({ code: 3, stdout: '' });
  silent.close();
});

test('a corrected lab: old and new results stand side by side, with what changed', async () => {
  putClass(folder, 're.yaml', {
    Ada: '{ id: ada, evidence: half.json }',
    Bo: '{ id: bo, evidence: reached.json }',
    Cy: '{ id: cy, report: reached.report.json }',
  });
  await grade('re.yaml', 're');
  const before = bytesIn(at('re'));
  const lab = readFileSync(at('labs/01-web/lab.yaml'), 'utf8');
  folder.put('corrected/01-web/lab.yaml', lab.replace('tty: true', 'tty: false'));
  const regrade = () => folder.run(['class', 'regrade', 're', '--labs', 'corrected', '--evidence', '.']);
  const first = await regrade();
  expect(first.code).toBe(3);
  expect(first.stderr).toContain('cy: regrade.no-evidence');
  // Nobody's mark is missing in the new folder.
  const [again = ''] = readdirSync(at('re/regraded'));
  expect(Object.keys(resultsIn(at(`re/regraded/${again}`)))).toEqual(Object.keys(resultsIn(at('re'))));
  expect(first.stdout).toContain(
    '2 students judged again: 2 have differences, 1 gain points, 1 lose some; 1 not',
  );
  const after = bytesIn(at('re'));
  expect(after).toMatchObject(before);
  const added = Object.keys(after).filter((path) => !(path in before));
  const [name] = added[0]?.match(/[0-9a-f]{12}/) ?? [''];
  expect(added).toEqual(
    ['differences.json', 'differences.txt', 'students/ada.json', 'students/bo.json', 'students/cy.json'].map(
      (file) => `/regraded/${name}/${file}`,
    ),
  );
  const text = after[`/regraded/${name}/differences.txt`] ?? '';
  expect(text).toContain('10 / 20 (pass mark reached) → 20 / 20 (pass mark reached)');
  expect(text).toContain('terminal.1: passed 10 / 10 → to do 0 / 10');
  expect(JSON.parse(after[`/regraded/${name}/differences.json`] ?? '')).toMatchObject({
    students: [{ student: { id: 'ada' } }, { student: { id: 'bo' } }],
    notRegraded: [{ id: 'cy', code: 'regrade.no-evidence' }],
  });
  expect((await regrade()).stdout).toContain(`${name}-2`);
  folder.put('half.json', readFileSync(at('reached.json')));
  expect((await regrade()).stderr).toContain('ada: regrade.evidence-changed');
});
