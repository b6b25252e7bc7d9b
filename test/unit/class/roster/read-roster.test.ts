import { describe, expect, test } from '@jest/globals';
import { readRoster } from '../../../../src/class/roster/read-roster';
import { rosterText } from '../../../../src/class/roster/words';

const head = 'version: 1\nlabs: [02-ubuntu]\n';
const read = (text: string) => readRoster(text, 'roster.yaml', 'en');

const entriesOf = (students: string) => {
  const roster = read(`${head}students:\n${students}`);
  if (!roster.ok) throw new Error(roster.error.map((one) => rosterText(one, 'en')).join('\n'));
  return roster.value.entries;
};
const problemsOf = (students: string) =>
  entriesOf(students).map((entry) =>
    'problem' in entry
      ? `${entry.problem.code} ${entry.problem.at?.line ?? 0}:${entry.problem.at?.column ?? 0}`
      : entry.student.id,
  );

describe('entries', () => {
  test('have an id, one source, and what else is known of a student', () => {
    expect(
      entriesOf(
        '  Ada L.: { id: ada, report: a.json, email: a@x.org, section: 3 }\n  Bo: { id: 0012, engine: tcp://h:1, answers: a.yaml }\n',
      ),
    ).toEqual([
      {
        student: { id: 'ada', name: 'Ada L.', email: 'a@x.org', section: '3' },
        source: { kind: 'report', from: 'a.json' },
      },
      {
        student: { id: '0012', name: 'Bo' },
        source: { kind: 'engine', from: 'tcp://h:1', answers: 'a.yaml' },
      },
    ]);
  });

  test.each(['null', '~', '? [a, b]\n  ', '? { a: b }\n  '])(
    'a key that YAML reads as something else than text, %j, spoils no neighbour',
    (key) => {
      const before = '  Ada: { id: ada, report: a.json }\n';
      const after = '  Bo: { id: bo, report: b.json }\n';
      const told = problemsOf(`${before}  ${key}: { id: cy, report: c.json }\n${after}`);
      expect([told[0], told[2]]).toEqual(['ada', 'bo']);
      expect(told[1]).toMatch(/^entry\.(?:yaml|bad-text) 5:/);
    },
  );

  test.each(['007', '1e3', '0x1F', 'true', '2026-01-01'])('a name may look like a number: %s', (key) => {
    const [entry] = entriesOf(`  ${key}: { id: ada, report: a.json }\n`);
    expect(entry?.student.name).toBe(key);
  });

  test('keep the order of the file, so that a name that is a number takes nobody’s id', () => {
    const told = problemsOf('  Ada: { id: ada, report: a.json }\n  12: { id: ADA, report: b.json }\n');
    expect(told[0]).toBe('ada');
    expect(told[1]).toMatch(/^entry\.duplicate-id 5:/);
  });

  test('may share what they have in common', () => {
    expect(
      problemsOf(
        '  Ada: &b { id: ada, section: B, report: a.json }\n  Bo: { <<: *b, id: bo, report: b.json }\n',
      ),
    ).toEqual(['ada', 'bo']);
  });

  test.each([
    ['{ id: bo, reprot: x }', 'entry.unknown-key 5:17'],
    ['{ report: x }', 'entry.no-id 5:3'],
    ['{ id: ../../etc/passwd, report: x }', 'entry.bad-id 5:13'],
    ['{ id: .hidden, report: x }', 'entry.bad-id 5:13'],
    ['{ id: bad-entry-1, report: x }', 'entry.bad-id 5:13'],
    ['{ id: [bo], report: x }', 'entry.no-id 5:3'],
    ['{ id: bo }', 'entry.no-source 5:3'],
    ['{ id: bo, report: x, evidence: y }', 'entry.several-sources 5:38'],
    ['{ id: bo, report: "" }', 'entry.bad-text 5:25'],
    ['{ id: bo, report: "a\\0b" }', 'entry.bad-text 5:25'],
    ['{ id: bo, report: x, email: nobody }', 'entry.bad-email 5:35'],
    ['{ id: bo, report: x, section: "=1+1" }', 'entry.bad-text 5:37'],
    ['{ id: bo, report: x, answers: y }', 'entry.answers-without-engine 5:37'],
    ['{ id: bo, id: bi, report: x }', 'entry.duplicate-key 5:17'],
    ['{ id: bo, report: *nowhere }', 'entry.yaml 5:25'],
    ['{ id: ADA, report: x }', 'entry.duplicate-id 5:13'],
    ['12', 'entry.not-a-mapping 5:3'],
  ])('of which one is %s stop nobody else', (entry, problem) => {
    expect(
      problemsOf(`  Ada: { id: ada, report: a }\n  Bo: ${entry}\n  Cy: { id: cy, report: c }\n`),
    ).toEqual(['ada', problem, 'cy']);
  });

  test.each([
    ['"=HYPERLINK(0)"', 'formula'],
    ['"@SUM(A1)"', 'formula'],
    ['"<b>Bo</b>"', 'markup'],
    ['"Bo\\u202e"', 'direction'],
    ['"Bo\\u200b"', 'direction'],
    ['"Bo\\x1b[2J"', 'control'],
    ['"Bo\\u2028"', 'control'],
    [`"${'x'.repeat(201)}"`, 'too-long'],
    ['"  "', 'empty'],
  ])('refuse the name %s', (name, reason) => {
    expect(entriesOf(`  ${name}: { id: bo, report: x }\n`)).toMatchObject([
      { student: { id: 'bo' }, problem: { code: 'entry.bad-text', args: { key: 'name', reason } } },
    ]);
  });

  test.each([
    'Élodie d’Arc',
    'O’Brien',
    'Nguyễn Thị',
    '李小龍',
    'محمد',
    'نیم‌فاصله',
    'J. R. (2)',
    '__proto__',
  ])('take the name %s', (name) => {
    expect(entriesOf(`  ${name}: { id: bo, report: x }\n`)).toEqual([
      { student: { id: 'bo', name }, source: { kind: 'report', from: 'x' } },
    ]);
  });

  test('a name that cannot be shown is shown without what is not seen', () => {
    expect(entriesOf('  "Bo\\u202e\\x1b[2J": { id: bo, report: x }\n')[0]?.student.name).toBe('Bo��[2J');
  });

  test('the second of two of one name has a result of its own, the first its mark', () => {
    const entries = entriesOf(
      '  Ada: { id: ada, report: a }\n  Bo: { id: bo, report: b }\n  Ada: { id: a2, report: c }\n',
    );
    expect(entries.map(({ student }) => student.name)).toEqual(['Ada', 'Bo', 'Ada (6)']);
    expect(entries[0]).not.toHaveProperty('problem');
    expect(entries[2]).toMatchObject({ problem: { code: 'entry.duplicate-name', args: { line: 4 } } });
  });

  test('ids that we give are unique, and the same each time', () => {
    const text = '  Ada: { report: a }\n  Bo: { id: "é", report: b }\n';
    const ids = entriesOf(text).map(({ student }) => student.id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toEqual([expect.stringMatching(/^bad-entry-[0-9a-f]{16}$/), expect.any(String)]);
    expect(entriesOf(text).map(({ student }) => student.id)).toEqual(ids);
  });
});

describe('a roster that leaves no class to grade says where', () => {
  test.each([
    ['', 'roster.empty'],
    ['a list', 'roster.not-a-mapping'],
    ['version: 1\0', 'roster.binary'],
    [`${head}students: {}\n`, 'roster.no-students'],
    [`${head}students: [a]\n`, 'roster.no-students'],
    ['version: 2\nstudent: 1\n', 'roster.newer'],
    ['version: one\nlabs: [a]\nstudents: { A: { id: a, report: x } }\n', 'roster.version'],
    ['labs: [a]\nstudents: { A: { id: a, report: x } }\n', 'roster.missing-key'],
    ['version: 1\nlabs: a\nstudents: { A: { id: a, report: x } }\n', 'roster.labs'],
    [`${head}student: {}\nstudents: { A: { id: a, report: x } }\n`, 'roster.unknown-key'],
    [`${head}labs: [b]\nstudents: { A: { id: a, report: x } }\n`, 'yaml.duplicate-key'],
    [`${head}students: { A: { id: a\n`, 'yaml.syntax'],
    [`${head}---\n${head}`, 'roster.several-documents'],
    [`${head}students: ${'['.repeat(500)}`, 'roster.too-deep'],
    ['[,'.repeat(600_000), 'roster.too-deep'],
    ['a: b\n'.repeat(300_000), 'roster.too-many-parts'],
  ])('%#', (text, code) => {
    const roster = read(text);
    expect(roster.ok ? [] : roster.error.map((problem) => problem.code)).toEqual([code]);
  });

  test('a bomb of aliases is given up', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, n) => `  n${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1},`.repeat(9)}]\n`,
    );
    const roster = read(`${head}students:\n${bomb.join('')}`);
    expect(roster.ok ? [] : roster.error.map(({ code }) => code)).toContain('roster.too-many-aliases');
  });

  test('with a suggestion, in both languages', () => {
    const roster = read(`${head}studnets: {}\nstudents: { A: { id: a, report: x } }\n`);
    const [problem] = roster.ok ? [] : roster.error;
    if (!problem) throw new Error('There is a problem.');
    expect(problem.at).toMatchObject({ line: 3, column: 1 });
    expect(rosterText(problem, 'en')).toBe('a roster has no key "studnets"; did you mean "students"?');
    expect(rosterText(problem, 'fr')).toMatch(/vouliez-vous dire «\sstudents\s»/);
  });
});
