import { describe, expect, test } from '@jest/globals';
import { checkOf, gradebookOf, marked, reportWith, resultOf } from '../../../support/class-builder';

const told = (code: string, text: string) => ({ message: { code, args: {}, text } });

describe('students', () => {
  test('the total is over the labs of the class', () => {
    const { students, total } = gradebookOf([
      resultOf('b', [marked('one', 4), marked('two', 10)]),
      resultOf('a', [marked('one', 10), marked('two', 10)]),
    ]);
    expect(students.map(({ id, points, max, outcome }) => [id, points, max, outcome])).toEqual([
      ['a', 20, 20, 'reached'],
      ['b', 14, 20, 'below'],
    ]);
    expect(total).toMatchObject({ count: 2, mean: 85 });
  });

  test('who has an undecided mark, or lacks one, has no total and is in no average', () => {
    const open = reportWith('one', [
      checkOf('task.0', 'passed'),
      checkOf('task.1', 'error', told('check.fault', 'The engine did not answer.')),
    ]);
    const { students, total, labs } = gradebookOf([
      resultOf('a', [open, marked('two', 10)]),
      resultOf('b', [marked('one', 10)]),
      resultOf('c', [marked('one', 10), marked('two', 5)]),
      resultOf('d', []),
    ]);
    expect(students.map(({ id, outcome, points, missing }) => [id, outcome, points, missing])).toEqual([
      ['a', 'incomplete', undefined, []],
      ['b', 'incomplete', undefined, ['two']],
      ['c', 'reached', 15, []],
      ['d', 'incomplete', undefined, ['one', 'two']],
    ]);
    expect(students[0]?.labs[0]?.reasons).toEqual(['The engine did not answer.']);
    expect(students[3]?.problem?.text).toBe('There is no such file.');
    expect(total.count).toBe(1);
    expect(labs.map(({ marks: { count }, incomplete, missing }) => [count, incomplete, missing])).toEqual([
      [2, 1, 0],
      [2, 0, 1],
    ]);
  });

  test('a lab that one student alone has is asked of nobody else, and counts in no total', () => {
    const { students, labs } = gradebookOf([
      resultOf('a', [marked('one', 5), marked('own', 10)]),
      resultOf('b', [marked('one', 5)]),
      resultOf('c', [marked('one', 5)]),
    ]);
    expect(labs.map(({ id, common }) => [id, common])).toEqual([
      ['one', true],
      ['own', false],
    ]);
    expect(students.map(({ points, outcome }) => [points, outcome])).toEqual(Array(3).fill([5, 'reached']));
  });
});

describe('labs', () => {
  test('versions of a lab are told apart', () => {
    const [lab] = gradebookOf([
      resultOf('a', [marked('one', 5)]),
      resultOf('b', [marked('one', 5)]),
      resultOf('c', [{ ...marked('one', 5), lab: { ...marked('one', 5).lab, hash: 'sha256:0b' } }]),
    ]).labs;
    expect(lab?.versions).toEqual([
      { hash: 'sha256:0a', students: 2 },
      { hash: 'sha256:0b', students: 1 },
    ]);
  });

  test('what one tampered report says of a lab outvotes nobody', () => {
    const wrong = { ...marked('one', 5), max: 999_999 };
    const [lab] = gradebookOf([
      resultOf('0', [{ ...wrong, lab: { ...wrong.lab, title: '<b>', pass: 0 } }]),
      resultOf('a', [marked('one', 5)]),
      resultOf('b', [marked('one', 5)]),
    ]).labs;
    expect(lab).toMatchObject({ title: 'Lab one', max: 10, pass: 5 });
  });
});

describe('checks', () => {
  const four = gradebookOf([
    resultOf('a', [
      reportWith('one', [checkOf('t.1', 'passed'), checkOf('t.2', 'passed'), checkOf('t.3', 'passed')]),
    ]),
    resultOf('b', [
      reportWith('one', [
        checkOf('t.1', 'passed'),
        checkOf('t.2', 'failed', told('port.other', 'It is on 8080.')),
        checkOf('t.3', 'passed'),
      ]),
    ]),
    resultOf('c', [
      reportWith('one', [
        checkOf('t.1', 'failed', told('port.other', 'It is on 8081.')),
        checkOf('t.2', 'failed', told('port.absent', 'It is not published.')),
        checkOf('t.3', 'blocked'),
      ]),
    ]),
    resultOf('d', [
      reportWith('one', [checkOf('t.1', 'passed'), checkOf('t.2', 'excused'), checkOf('t.3', 'error')]),
    ]),
  ]).labs[0]?.checks;

  test('outcomes are counted, and difficulty is the share of those decided who passed', () => {
    expect(
      four?.map(({ id, passed, failed, blocked, excused, error, difficulty }) => [
        ...[id, passed, failed, blocked, excused, error],
        difficulty,
      ]),
    ).toEqual([
      ['t.1', 3, 1, 0, 0, 0, 0.75],
      ['t.2', 1, 2, 0, 1, 0, 0.3333],
      ['t.3', 2, 0, 1, 0, 1, 0.6667],
    ]);
  });

  test('discrimination leaves out who has no mark, and the check itself', () => {
    // t.1: rests 2 and 1 passed, 0 failed: mean 1, deviation √(2/3); (1.5 − 0) / √(2/3) · √(2/9).
    expect(four?.[0]).toMatchObject({ decided: 3, discrimination: 0.866 });
  });

  test('the most frequent diagnosis comes first, as the first student was told it', () => {
    const { labs } = gradebookOf(
      (['z', 'a', 'm'] as const).map((id) =>
        resultOf(id, [
          reportWith('one', [
            checkOf(
              't.1',
              'failed',
              id === 'm' ? told('port.absent', 'No.') : told('port.other', `Told ${id}.`),
            ),
          ]),
        ]),
      ),
    );
    expect(labs[0]?.checks[0]?.diagnoses).toEqual([
      { code: 'port.other', count: 2, text: 'Told a.' },
      { code: 'port.absent', count: 1, text: 'No.' },
    ]);
  });

  test('what all passed has no discrimination, and what nobody was asked no difficulty', () => {
    const [check] =
      gradebookOf([resultOf('a', [reportWith('one', [checkOf('t.1', 'excused'), checkOf('t.2', 'passed')])])])
        .labs[0]?.checks ?? [];
    expect(check).toMatchObject({ excused: 1 });
    expect(Object.keys(check ?? {})).not.toEqual(expect.arrayContaining(['difficulty']));
    expect(Object.keys(check ?? {})).not.toEqual(expect.arrayContaining(['discrimination']));
  });
});

test('a class of nobody is a gradebook too', () => {
  expect(gradebookOf([])).toMatchObject({ students: [], labs: [], total: { count: 0 }, copies: [] });
});
