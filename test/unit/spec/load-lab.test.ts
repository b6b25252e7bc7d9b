import { describe, expect, test } from '@jest/globals';
import { labOf, labOfTasks, load, problemsIn, told, toldOfCheck } from './sample-kinds';

const whole = `# A lab
vigie: 1
id: 02-sample
lang: en
title: { fr: Boîte, en: Box }
scale: 10
pass: 6
reveal: command
digests:
  ubuntu:latest: sha256:${'a'.repeat(64)}
images: [ubuntu, nginx:1.22]
tasks:
  - id: first
    title: First
    course: Part 1
    points: 4.5
    checks:
      - box: red
        state: open
        version: 1.10
        mode: 0644
        count: 3
        labels: { size: 2, on: true }
        within: 1m30s
        weight: 2
        hint: { en: Look }
      - image: ubuntu
  - id: second
    title: Second
    needs: [first]
    points: 5.5
    checks:
      - id: the-call
        call: { to: 0123, port: 80 }
        headers: { x: 1 }
        hidden: true
        partial: true
        reveal: nothing
  - id: more
    title: More
    points: 2
    bonus: true
    excused: Ill
    checks: [{ jest: works }]
`;

describe('a sound lab', () => {
  const loaded = load(whole);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const lab = loaded.value;

  test('has all that its author wrote', () => {
    expect(lab).toMatchObject({
      id: '02-sample',
      lang: 'en',
      title: { fr: 'Boîte', en: 'Box' },
      scale: 10,
      pass: 6,
      reveal: 'command',
      digests: { 'ubuntu:latest': [`sha256:${'a'.repeat(64)}`] },
      images: ['ubuntu', 'nginx:1.22'],
      network: [],
      file: 'lab.yaml',
      hash: 'sha256:0',
    });
    expect(
      lab.tasks.map(({ id, needs, points, bonus, excused }) => ({ id, needs, points, bonus, excused })),
    ).toEqual([
      { id: 'first', needs: [], points: 4.5, bonus: false, excused: undefined },
      { id: 'second', needs: ['first'], points: 5.5, bonus: false, excused: undefined },
      { id: 'more', needs: [], points: 2, bonus: true, excused: 'Ill' },
    ]);
  });

  test('keeps numbers as written where a kind takes text', () => {
    expect(lab.tasks[0]?.checks[0]?.keys).toEqual({
      state: 'open',
      version: '1.10',
      mode: '0644',
      count: 3,
      labels: { size: '2', on: 'true' },
    });
    expect(lab.tasks[1]?.checks[0]).toMatchObject({
      subject: { to: '0123', port: 80 },
      keys: { headers: { x: '1' } },
    });
  });

  test('leaves the numbers of matchers what they are', () => {
    expect(load(labOf('{ box: a, ports: { size: 1, exists: true } }'))).toMatchObject({
      value: { tasks: [{ checks: [{ keys: { ports: { size: 1, exists: true } } }] }] },
    });
    expect(
      load(labOf('{ box: a, labels: { size: 1, any: [{ a: 1, size: 2 }, 3], not: { b: 4 } } }')),
    ).toMatchObject({
      value: {
        tasks: [
          { checks: [{ keys: { labels: { size: 1, any: [{ a: '1', size: '2' }, '3'], not: { b: '4' } } } }] },
        ],
      },
    });
  });

  test('refuses a matcher beside the keys of a map, which would be taken for one of them', () => {
    const found = load(labOf('{ box: a, labels: { exists: true, team: blue } }'));
    expect(found).toMatchObject({ error: [{ code: 'expectation.matcher-as-key' }] });
  });

  test('names its checks by their place, or as the author does', () => {
    expect(lab.tasks.flatMap(({ checks }) => checks.map(({ id }) => id))).toEqual([
      'first.1',
      'first.2',
      'the-call',
      'more.1',
    ]);
  });

  test('says what its sessions may reach, where it says so', () => {
    expect(load(whole.replace('tasks:', 'network: [apt]\ntasks:'))).toMatchObject({
      value: { network: ['apt'] },
    });
  });

  test('knows where each check and each key stands', () => {
    expect(lab.tasks[0]?.checks[0]).toMatchObject({
      at: { line: 18, column: 9 },
      positions: { state: { line: 19, column: 9 }, labels: { line: 23, column: 9 } },
    });
  });

  test('has what is common to checks apart from the assertions', () => {
    expect(lab.tasks[0]?.checks[0]).toMatchObject({ within: 90_000, weight: 2, hint: { en: 'Look' } });
    expect(lab.tasks[0]?.checks[1]).toMatchObject({ weight: 1, partial: false, hidden: false });
    expect(lab.tasks[1]?.checks[0]).toMatchObject({ hidden: true, partial: true, reveal: 'nothing' });
  });

  test('needs little', () => {
    expect(load(labOf('{ image: ubuntu }'))).toMatchObject({
      ok: true,
      value: { lang: 'fr', scale: 20, pass: 10, reveal: 'hint', digests: {}, images: [], network: [] },
    });
  });

  test('may use anchors and merge keys', () => {
    const text = `vigie: 1
id: x
title: X
tasks:
  - &task
    id: a
    title: A
    points: 10
    checks:
      - &check { box: red, state: open, count: 1 }
      - { <<: *check, state: closed }
  - <<: *task
    id: b
`;
    expect(load(text)).toMatchObject({
      ok: true,
      value: {
        tasks: [
          { id: 'a', checks: [{}, { subject: 'red', keys: { state: 'closed', count: 1 } }] },
          { id: 'b', title: 'A', checks: [{ id: 'b.1' }, { id: 'b.2' }] },
        ],
      },
    });
  });
});

describe('each mistake is told where it is', () => {
  test.each<[string, string, string[]]>([
    ['an unknown key of a check', '{ box: a, stat: open }', ['1:11 key.unknown']],
    ['a wrong word', '{ box: a, state: opne }', ['1:18 expectation.unknown-value']],
    ['a wrong sort of value', '{ box: a, count: many }', ['1:18 expectation.sort']],
    ['an infinite number', '{ box: a, count: .inf }', ['1:18 expectation.sort']],
    ['a value that is missing', '{ box: a, state: }', ['1:11 expectation.sort']],
    [
      'a malformed pattern, at the character',
      "{ box: a, labels: { x: '/a(b/' } }",
      ['1:27 expectation.malformed'],
    ],
    ['a malformed pattern as a subject', "{ jest: '/a(b/' }", ['1:12 expectation.malformed']],
    ['a malformed pattern of a subject', "{ call: { to: a, as: '/a(b/' } }", ['1:25 expectation.malformed']],
    [
      'a malformed pattern of a parameter',
      "{ box: a, count: 1, in: '/a(b/' }",
      ['1:28 expectation.malformed'],
    ],
    ['a malformed port, at the part', "{ box: a, ports: ['80:80/tpc'] }", ['1:26 expectation.malformed']],
    ['a malformed path, at the key', "{ box: a, inspect: { 'A..b': 1 } }", ['1:22 expectation.malformed']],
    [
      'a matcher that does not exist',
      '{ box: a, state: { nott: open } }',
      ['1:20 expectation.unknown-matcher'],
    ],
    ['a check that asserts nothing', '{ box: a, in: attic }', ['1:3 check.asserts-nothing']],
    ['a check of a misspelt kind', '{ bxo: a, state: open }', ['1:3 check.no-kind']],
    ['a check of no kind', '{ title: x }', ['1:1 check.no-kind']],
    ['a check of two kinds', '{ box: a, state: open, call: b }', ['1:24 check.two-kinds']],
    ['a check that is no mapping', 'box', ['1:1 value.sort']],
    ['a missing parameter of a subject', '{ call: { port: 80 } }', ['1:3 key.missing']],
    ['an unknown key of a subject', '{ call: { to: a, prt: 80 } }', ['1:18 key.unknown']],
    ['a port that is too large', '{ call: { to: a, port: 65536 } }', ['1:24 value.too-large']],
    ['half a port', '{ call: { to: a, port: 1.5 } }', ['1:24 value.sort']],
    ['a word that a parameter does not know', '{ call: { to: a, how: lout } }', ['1:23 value.unknown']],
    ['a duration without a unit', '{ call: { to: a, wait: 10 } }', ['1:24 value.malformed']],
    ['a malformed duration of a parameter', '{ call: a, deadline: 5x }', ['1:22 value.malformed']],
    ['a parameter that is no list', '{ call: a, words: hello }', ['1:19 value.sort']],
    ['a parameter that is no boolean', '{ call: a, secret: maybe }', ['1:20 value.sort']],
    ['a subject of the wrong sort', '{ box: [a], state: open }', ['1:8 value.sort']],
    ['an empty subject', "{ box: '', state: open }", ['1:8 text.empty']],
    ['no subject', '{ box: , state: open }', ['1:3 value.sort']],
    ['a malformed within', '{ image: a, within: soon }', ['1:21 value.malformed']],
    ['a within that changes nothing', '{ jest: a, within: 5s }', ['1:12 check.within-unchanging']],
    ['a malformed image', '{ image: "a:b:c" }', ['1:11 value.malformed']],
    ['a malformed image in an assertion', '{ box: a, image: Ubuntu }', ['1:18 expectation.malformed']],
    ['what is absent and more', '{ box: a, exists: false, count: 1 }', ['1:26 check.absent-and-more']],
    ['an exists of the wrong sort', '{ box: a, exists: no }', ['1:19 expectation.sort']],
    [
      'a same-as of an unknown kind',
      '{ box: a, count: { same-as: bok/b.count } }',
      ['1:29 expectation.same-as-kind'],
    ],
    [
      'a same-as of an unknown attribute',
      '{ box: a, count: { same-as: box/b.cont } }',
      ['1:18 check.same-as-attribute'],
    ],
    ['a same-as of nothing', '{ box: a, count: { same-as: b } }', ['1:29 expectation.same-as']],
    ['a negative weight', '{ image: a, weight: -1 }', ['1:21 value.too-small']],
    ['an unknown reveal', '{ image: a, reveal: all }', ['1:21 value.unknown']],
    ['an empty hint', "{ image: a, hint: { fr: ' ' } }", ['1:25 text.empty']],
    ['a hint in an unknown language', '{ image: a, hint: { de: x } }', ['1:21 key.unknown']],
    ['a malformed id', "{ image: a, id: 'a b' }", ['1:17 id.malformed']],
  ])('%s', (_title, check, expected) => {
    expect(toldOfCheck(check)).toEqual(expected);
  });

  const image = '[{ image: a }]';
  test.each<[string, string, string[]]>([
    ['no tasks', 'vigie: 1\nid: a\ntitle: A\ntasks: []', ['4:1 lab.no-tasks']],
    ['keys that are missing', 'vigie: 1', ['1:1 key.missing', '1:1 key.missing', '1:1 key.missing']],
    ['a newer version alone', 'vigie: 2\nwhat: ever', ['1:8 lab.newer']],
    ['an older version', 'vigie: 0\nid: a\ntitle: A\ntasks: []', ['1:8 value.unknown', '4:1 lab.no-tasks']],
    ['no checks', labOfTasks('{ id: a, title: A, points: 20, checks: [] }'), ['5:36 task.no-checks']],
    [
      'no title in any language',
      labOfTasks(`{ id: a, title: {}, points: 20, checks: ${image} }`),
      ['5:21 text.empty'],
    ],
    [
      'two tasks of one id',
      labOfTasks(
        `{ id: a, title: A, points: 20, checks: ${image} }`,
        `{ id: a, title: A, points: 0, checks: ${image} }`,
      ),
      ['6:11 task.duplicate-id'],
    ],
    [
      'two checks of one id',
      labOf('{ image: a, id: x }', '{ image: b, id: x }'),
      ['10:25 check.duplicate-id'],
    ],
    [
      'a check with the id that another has by its place',
      labOf('{ image: a }', '{ image: b, id: one.1 }'),
      ['10:25 check.duplicate-id'],
    ],
    [
      'a need that does not exist',
      labOfTasks(`{ id: first, title: A, points: 20, needs: [frist], checks: ${image} }`),
      ['5:48 task.unknown-need'],
    ],
    [
      'a task that needs itself',
      labOfTasks(`{ id: a, title: A, points: 20, needs: [a], checks: ${image} }`),
      ['5:44 task.needs-itself'],
    ],
    [
      'needs in a circle, once',
      labOfTasks(
        `{ id: a, title: A, points: 20, needs: [b], checks: ${image} }`,
        `{ id: b, title: A, points: 0, needs: [c], checks: ${image} }`,
        `{ id: c, title: A, points: 0, needs: [a], checks: ${image} }`,
      ),
      ['7:43 task.cycle'],
    ],
    [
      'points that do not add up',
      labOfTasks(
        `{ id: a, title: A, points: 19, checks: ${image} }`,
        `{ id: b, title: B, points: 1, bonus: true, checks: ${image} }`,
      ),
      ['4:1 lab.points'],
    ],
    [
      'negative points',
      labOfTasks(`{ id: a, title: A, points: -20, checks: ${image} }`),
      ['5:32 value.too-small'],
    ],
    [
      'points that are no number',
      labOfTasks(`{ id: a, title: A, points: .nan, checks: ${image} }`),
      ['5:32 value.sort'],
    ],
    [
      'a task that nothing can earn',
      labOfTasks('{ id: a, title: A, points: 20, checks: [{ image: a, weight: 0 }] }'),
      ['5:36 task.no-weight'],
    ],
    ['a pass mark above the scale', `pass: 21\n${labOf('{ image: a }')}`, ['1:7 lab.pass-above-scale']],
    [
      'a scale of nothing',
      `scale: 0\n${labOf('{ image: a }')}`,
      ['1:8 value.too-small', '1:1 lab.points'].sort(),
    ],
    [
      'a malformed digest',
      `digests: { ubuntu: sha256:12 }\n${labOf('{ image: a }')}`,
      ['1:20 digest.malformed'],
    ],
    [
      'a digest of a malformed image',
      `digests: { U: [sha256:${'0'.repeat(64)}] }\n${labOf('{ image: a }')}`,
      ['1:12 value.malformed'],
    ],
    ['a network that is none', `network: [internet]\n${labOf('{ image: a }')}`, ['1:11 value.unknown']],
    ['a malformed image to have ready', `images: [a, B]\n${labOf('{ image: a }')}`, ['1:13 value.malformed']],
    [
      'a mirror that is an address',
      `mirrors: [a.org, 'https://b.org/']\n${labOf('{ image: a }')}`,
      ['1:18 mirror.malformed'],
    ],
    ['an unknown language', `lang: frr\n${labOf('{ image: a }')}`, ['1:7 value.unknown']],
    ['an unknown key of a lab', `tsks: []\n${labOf('{ image: a }')}`, ['1:1 key.unknown']],
  ])('%s', (_title, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('tenths add up', () => {
    const tenths = Array.from(
      { length: 10 },
      (_, n) => `{ id: t${n}, title: A, points: 0.1, checks: [{ image: a }] }`,
    );
    expect(told(`scale: 1\n${labOfTasks(...tenths)}`)).toEqual([]);
  });

  test('all at once, from top to bottom', () => {
    const text = `vigie: 1
id: a b
title: ''
tasks:
  - id: x
    title: X
    points: 20
    needs: [y]
    checks:
      - box: a
        stat: open
        count: x
      - bok: b
`;
    expect(told(text)).toEqual([
      '2:5 id.malformed',
      '3:8 text.empty',
      '8:13 task.unknown-need',
      '11:9 key.unknown',
      '12:16 expectation.sort',
      '13:9 check.no-kind',
    ]);
  });

  test('a mistake that an alias repeats is told once', () => {
    expect(told(labOf('&a { image: x, hint: 1 }', '*a'))).toEqual(['9:30 value.sort']);
  });

  test('with the nearest of the words that are known', () => {
    expect(problemsIn(labOf('{ box: a, stat: open }'))).toMatchObject([
      {
        args: {
          key: 'stat',
          kind: 'box',
          nearest: 'state',
          known: expect.arrayContaining(['state', 'in', 'exists', 'within']),
        },
      },
    ]);
  });
});
