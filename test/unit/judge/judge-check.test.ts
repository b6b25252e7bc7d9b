import { describe, expect, test } from '@jest/globals';
import { judgeCheck } from '../../../src/judge/judge-check';
import { anyLab, checkOf, found, judged, lookIn, theContainer, ubuntu } from '../../support/evidence';
import { onContainer } from '../../support/lab-builder';

const there = theContainer(ubuntu());
const gone = theContainer(null);
const deadline = { code: 'deadline', args: { call: 'GET /x', deadlineMs: 1 } } as const;

test('assertions are judged in the order of the author, each by itself', () => {
  const check = onContainer('ubuntu', { state: 'running', tty: false, hostname: 'web', stdin: true });
  expect(judged(check, there).verdict.assertions.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
    'state passed',
    'tty failed',
    'hostname failed',
    'stdin passed',
  ]);
});

test('a verdict that passed says nothing, and names the facts that it rests on', () => {
  const { verdict } = judged(onContainer('ubuntu'), there);
  expect(verdict).toEqual({
    check: 'task.1',
    outcome: 'passed',
    assertions: [{ key: 'state', outcome: 'passed', expected: 'running', seen: 'running' }],
    facts: ['container/ubuntu', 'containers', 'candidates/ubuntu', 'events', 'images'],
  });
});

test('a difference that nobody recognises is told plainly, without a value where nothing was seen', () => {
  const { verdict } = judged(onContainer('ubuntu', { hostname: 'web' }), there);
  expect(verdict.message).toEqual({ code: 'check.differs', args: { key: 'hostname' } });
  expect(verdict.assertions[0]).not.toHaveProperty('seen');
});

test('a fact that could not be had makes every assertion an error', () => {
  const { verdict } = judged(onContainer('ubuntu', { state: 'running', tty: true }), [
    ['container/ubuntu', { fault: deadline }],
  ]);
  expect(verdict.outcome).toBe('error');
  expect(verdict.assertions.map(({ outcome }) => outcome)).toEqual(['error', 'error']);
  expect(verdict.message).toEqual({ code: 'check.fault', args: { fault: deadline } });
});

describe('an assertion that could not be decided', () => {
  const facts = [...there, ['container/db', { fault: deadline }] as const];
  const sameId = { 'same-as': 'container/db.id' };

  test('makes the check an error when all others hold', () => {
    const { verdict } = judged(onContainer('ubuntu', { state: 'running', hostname: sameId }), facts);
    expect(verdict.outcome).toBe('error');
    expect(verdict.message).toEqual({ code: 'check.fault', args: { fault: deadline } });
    expect(verdict.assertions[1]).toMatchObject({ outcome: 'error', expected: sameId });
  });

  test('changes nothing about one that certainly does not hold', () => {
    const { verdict } = judged(onContainer('ubuntu', { hostname: sameId, tty: false }), facts);
    expect(verdict.outcome).toBe('failed');
    expect(verdict.message?.code).not.toBe('check.fault');
    expect(verdict.assertions.map(({ outcome }) => outcome)).toEqual(['error', 'failed']);
  });
});

describe('exists: false', () => {
  test('holds for what is not there', () => {
    expect(judged(onContainer('ubuntu', { exists: false }), gone).verdict).toMatchObject({
      outcome: 'passed',
      assertions: [{ key: 'exists', outcome: 'passed', expected: false }],
    });
  });

  test('does not hold for what is there, and says so', () => {
    const { verdict } = judged(onContainer('ubuntu', { exists: false }), there);
    expect(verdict.outcome).toBe('failed');
    expect(verdict.message).toEqual({ code: 'check.present', args: { name: 'ubuntu' } });
  });

  test('does not hold where the place is missing in which nothing was to be found', () => {
    const file = checkOf('file', '/etc/x', { in: 'ubuntu', exists: false });
    expect(judged(file, gone).verdict.outcome).toBe('failed');
    const absent = [...there, found({ fact: 'file', container: 'ubuntu', path: '/etc/x' }, null)];
    expect(judged(file, absent).verdict.outcome).toBe('passed');
  });

  test('is an error where nobody could look', () => {
    const facts = [['container/ubuntu', { fault: deadline }] as const];
    expect(judged(onContainer('ubuntu', { exists: false }), facts).verdict.outcome).toBe('error');
  });
});

describe('same-as', () => {
  const db = { ...ubuntu(), Id: 'd'.repeat(64), Name: '/db', Config: { Hostname: 'data' } };
  const facts = [...there, ...theContainer(db, 'db')];
  const hostname = (expected: object) => onContainer('ubuntu', { hostname: expected as never }); // any expectation
  const withHostname = (name: string) => [
    ...theContainer({ ...ubuntu(), Config: { Hostname: name } }),
    ...theContainer(db, 'db'),
  ];

  test('compares with what the other resource has, and shows that', () => {
    const check = hostname({ 'same-as': 'container/db.hostname' });
    expect(judged(check, withHostname('data')).verdict.outcome).toBe('passed');
    expect(judged(check, withHostname('other')).verdict.assertions[0]).toMatchObject({
      outcome: 'failed',
      expected: 'data',
      seen: 'other',
    });
  });

  test('is resolved anywhere inside an expectation', () => {
    const check = hostname({ any: ['web', { not: { 'same-as': 'container/db.hostname' } }] });
    expect(judged(check, withHostname('data')).verdict.outcome).toBe('failed');
    expect(judged(check, withHostname('other')).verdict.outcome).toBe('passed');
  });

  test('with something that is not there fails, and is told as it was written', () => {
    const check = hostname({ 'same-as': 'container/gone.hostname' });
    const { verdict } = judged(check, [...facts, ...theContainer(null, 'gone')]);
    expect(verdict.assertions[0]).toMatchObject({
      outcome: 'failed',
      expected: { 'same-as': 'container/gone.hostname' },
    });
  });

  test('with a value that nobody set asks for none', () => {
    const bare = { ...db, Config: {} };
    const check = hostname({ 'same-as': 'container/db.hostname' });
    const outcome = (own: object) =>
      judged(check, [...theContainer({ ...ubuntu(), Config: own }), ...theContainer(bare, 'db')]).verdict
        .outcome;
    expect(outcome({})).toBe('passed');
    expect(outcome({ Hostname: 'x' })).toBe('failed');
  });

  test('a name that looks like a pattern is that very name', () => {
    const sly = { ...db, Config: { Hostname: '/.*/' } };
    const check = hostname({ 'same-as': 'container/db.hostname' });
    const outcome = (name: string) =>
      judged(check, [
        ...theContainer({ ...ubuntu(), Config: { Hostname: name } }),
        ...theContainer(sly, 'db'),
      ]).verdict.outcome;
    expect(outcome('anything')).toBe('failed');
    expect(outcome('/.*/')).toBe('passed');
  });

  test('rests on the facts of both', () => {
    const look = lookIn([...withHostname('data')]);
    const { verdict } = judgeCheck(hostname({ 'same-as': 'container/db.hostname' }), anyLab, look);
    expect(verdict.facts).toContain('container/db');
  });
});

test('a kind that validation would have refused is a bug, not a verdict', () => {
  expect(() => judged(checkOf('nonsense', 'x'), [])).toThrow('unknown kind');
});
