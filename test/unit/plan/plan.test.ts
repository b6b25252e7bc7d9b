import { describe, expect, test } from '@jest/globals';
import { factKey, type Request } from '../../../src/evidence/request';
import { makePlan } from '../../../src/plan/plan';
import { mergeRequests } from '../../../src/plan/merge';
import { checkOf } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';

const keysOf = (requests: readonly Request[]): string[] => requests.map(factKey);

describe('a plan', () => {
  test('asks for each fact once, whatever the number of checks, tasks and labs', () => {
    const checks = Array.from({ length: 50 }, () => onContainer('ubuntu'));
    const lab = labWith([taskOf('a', checks), taskOf('b', checks)]);
    expect(keysOf(makePlan([lab, { ...lab, id: 'other' }]).requests)).toEqual([
      'engine',
      'container/ubuntu',
      'containers',
      'candidates/ubuntu',
      'events',
      'images',
    ]);
  });

  test('always asks which engine it is, which every report names', () => {
    expect(makePlan([labWith([])]).requests).toEqual([{ fact: 'engine' }]);
  });

  test('asks nothing for what is excused, be it a check or a whole task', () => {
    const lab = labWith([
      taskOf('a', [onContainer('x', {}, { excused: 'ill', within: 1000 }), onContainer('y')]),
      taskOf('b', [onContainer('z')], { excused: { fr: 'malade' } }),
    ]);
    const plan = makePlan([lab]);
    expect(keysOf(plan.requests).filter((key) => key.startsWith('container/'))).toEqual(['container/y']);
    expect(plan.polls).toEqual([]);
  });

  test('asks for what is compared with', () => {
    const lab = labWith([
      taskOf('a', [onContainer('web', { networks: [{ 'same-as': 'container/db.networks' }] })]),
    ]);
    expect(keysOf(makePlan([lab]).requests)).toEqual(
      expect.arrayContaining(['container/web', 'container/db']),
    );
  });

  test('waits with the facts of the check that waits, each once', () => {
    const lab = labWith([
      taskOf('a', [
        onContainer('web'),
        checkOf('http', { container: 'web', port: 80 }, { status: 200 }),
        { ...checkOf('http', { container: 'web', port: 80 }, { status: 200 }), id: 'slow', within: 10_000 },
      ]),
    ]);
    expect(makePlan([lab]).polls).toEqual([
      {
        lab: 'lab',
        check: 'slow',
        withinMs: 10_000,
        keys: ['container/web', 'containers', 'candidates/web', 'events', 'images', 'http/http/web:80/'],
      },
    ]);
  });

  test('names the labs that it is for, with their hashes', () => {
    expect(makePlan([labWith([], { id: 'a', hash: 'sha256:1' }), labWith([], { id: 'b' })]).labs).toEqual([
      { id: 'a', hash: 'sha256:1' },
      { id: 'b', hash: 'sha256:0' },
    ]);
  });

  test('is the same for the same labs, and can be printed', () => {
    const lab = labWith([taskOf('a', [onContainer('x'), onContainer('y', { env: { A: '1' } })])]);
    expect(JSON.parse(JSON.stringify(makePlan([lab])))).toEqual(makePlan([lab]));
  });

  test('reads the values of just those variables that checks name', () => {
    const lab = labWith([
      taskOf('a', [
        onContainer('x'),
        onContainer('x', { env: { A: '1' } }),
        onContainer('x', { env: { B: '1', A: '2' } }),
        onContainer('y'),
      ]),
    ]);
    const named = makePlan([lab]).requests.filter(({ fact }) => fact === 'container');
    expect(named).toEqual([
      { fact: 'container', name: 'x', env: ['A', 'B'] },
      { fact: 'container', name: 'y' },
    ]);
  });
});

describe('requests for one fact are united', () => {
  const file = { fact: 'file', container: 'c', path: '/f' } as const;
  const exec = { fact: 'exec', container: 'c', command: ['a'] } as const;
  const packages = { fact: 'packages', container: 'c' } as const;
  const container = { fact: 'container', name: 'c' } as const;
  const image = { fact: 'image', reference: 'i' } as const;
  const log = { fact: 'logs', container: 'c' } as const;
  const registry = { fact: 'registry', reference: 'i' } as const;

  test.each<[string, readonly Request[], Request]>([
    [
      'the content and the owner of a file',
      [file, { ...file, content: true }, { ...file, owner: true }],
      { ...file, content: true, owner: true },
    ],
    [
      'all that is looked for in a log',
      [log, { ...log, search: ['a'] }, { ...log, search: ['b', 'a'] }],
      { ...log, search: ['a', 'b'] },
    ],
    [
      'the longest deadline of a command',
      [
        { ...exec, deadlineMs: 9 },
        { ...exec, deadlineMs: 5 },
      ],
      { ...exec, deadlineMs: 9 },
    ],
    [
      'the packages of all',
      [
        { ...packages, names: ['a', 'b'] },
        { ...packages, names: ['b', 'c'] },
      ],
      { ...packages, names: ['a', 'b', 'c'] },
    ],
    ['variables named later', [container, { ...container, env: ['A'] }], { ...container, env: ['A'] }],
    ['variables named before', [{ ...container, env: ['A'] }, container], { ...container, env: ['A'] }],
    [
      'all variables',
      [
        { ...image, env: ['A'] },
        { ...image, env: 'all' },
        { ...image, env: ['B'] },
      ],
      { ...image, env: 'all' },
    ],
    [
      'digests that all vouch for',
      [
        { ...registry, known: ['1', '2'] },
        { ...registry, known: ['2', '3'] },
      ],
      { ...registry, known: ['2'] },
    ],
    [
      'no digest if one vouches for none',
      [{ ...registry, known: ['1'] }, registry],
      { ...registry, known: [] },
    ],
  ])('%s', (_, requests, united) => {
    expect(mergeRequests(requests)).toEqual([united]);
  });

  test('and the first asking decides the order', () => {
    const merged = mergeRequests(
      [exec, image, container, image].map((one) => ({ deadlineMs: 1, ...one }) as Request),
    );
    expect(keysOf(merged)).toEqual(['exec/c/[["a"],"",""]', 'image/i', 'container/c']);
  });

  test('commands that differ in their user, folder or words are different facts', () => {
    const one = { ...exec, deadlineMs: 1 };
    const others: Request[] = [
      one,
      { ...one, user: 'u' },
      { ...one, workdir: 'u' },
      { ...one, command: ['a', ''] },
    ];
    expect(mergeRequests(others)).toHaveLength(4);
  });
});
