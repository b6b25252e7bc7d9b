import { describe, expect, test } from '@jest/globals';
import { endedTest, messageOf, unrunTest } from '../../../src/jest/test-record';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
const expectation = thrownBy(() => {
  expect(1).toBe(2);
});
const misuse = thrownBy(() => {
  expect(undefined).toContain(1);
});
const ended = (...thrown: unknown[]) => endedTest('title', 'a.grader.ts', thrown);

describe('the end of a test', () => {
  test('without an error it has passed', () => {
    expect(ended()).toEqual({ file: 'a.grader.ts', title: 'title', outcome: 'passed' });
  });
  test("an expectation of Jest's that does not hold is failed", () => {
    expect(ended(expectation)).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('Expected: 2\nReceived: 1'),
    });
  });
  test('a pair of an error and the place of the call is judged by the error', () => {
    expect(ended([expectation, new Error('place')])).toMatchObject({ outcome: 'failed' });
  });
  test.each([
    ['a matcher used wrongly', misuse],
    ['an error', new TypeError('oops')],
    ['a text', 'oops'],
    ['undefined, which only leaves the place of the call', [undefined, new Error('')]],
    ['null', null],
  ])('%s is crashed', (_, thrown) => {
    expect(ended(thrown)).toMatchObject({ outcome: 'crashed' });
  });
  test('an expectation and a crash are crashed, and say the crash', () => {
    expect(ended(expectation, new Error('oops'))).toMatchObject({ outcome: 'crashed', message: 'oops' });
  });
  test('a test that was not run is crashed', () => {
    expect(unrunTest('title', 'a.grader.ts')).toMatchObject({ outcome: 'crashed' });
  });
});

describe('what a test says in several languages', () => {
  const texts = { fr: 'le port manque', en: 'the port is missing' };
  const failed = (matcherResult: object) => Object.assign(new Error('le port manque'), { matcherResult });

  test('is what its matcher said in each', () => {
    expect(ended(failed({ pass: false, texts }))).toMatchObject({ outcome: 'failed', texts });
  });
  test('is what the error itself says where no expectation failed', () => {
    expect(ended(Object.assign(new Error('x'), { texts }))).toMatchObject({ outcome: 'crashed', texts });
  });
  test('is its one text where the author wrote one', () => {
    expect(ended(expectation)).not.toHaveProperty('texts');
    expect(ended(failed({ pass: false, texts: { de: 'x' } }))).not.toHaveProperty('texts');
  });
  test('is capped in each', () => {
    const long = ended(failed({ texts: { fr: 'x'.repeat(5000) } }));
    expect(long.texts?.fr).toHaveLength(2000);
  });
});

describe('what an error says', () => {
  test('has no colours and no stack', () => {
    expect(messageOf(new Error('\u001b[31mred\u001b[39m\n    at place (file.ts:1:2)'))).toBe('red');
  });
  test('is capped', () => {
    expect(messageOf(new Error('x'.repeat(5000)))).toHaveLength(2000);
  });
  test('is never empty', () => {
    expect(messageOf(new Error(' '))).toBe('something without a message was thrown');
  });
});
