import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../../src/action/inputs';

const given = {
  INPUT_LANGUAGE: 'fr',
  INPUT_FAIL_BELOW: 'pass',
  INPUT_ARTIFACT: 'vigie',
  INPUT_REPORTS: 'html badge',
};
const valueOf = (env: Readonly<Record<string, string>>) => {
  const read = readInputs({ ...given, ...env });
  return read.ok ? read.value : read.error.map(({ input, value }) => ({ input, value }));
};

test('what action.yml gives by default is all labs, in French, on the runner’s engine', () => {
  expect(valueOf({})).toEqual({
    labs: [],
    language: 'fr',
    reports: ['html', 'badge'],
    failBelow: 'pass',
    artifact: 'vigie',
  });
});

test('lists are separated by blanks, commas or lines, and each format is written once', () => {
  expect(valueOf({ INPUT_LABS: ' 01-a,02-b\n03-c ', INPUT_REPORTS: 'html, html junit' })).toMatchObject({
    labs: ['01-a', '02-b', '03-c'],
    reports: ['html', 'junit'],
  });
});

test('all that is given is taken', () => {
  expect(
    valueOf({
      INPUT_LABS_FOLDER: 'course/labs',
      INPUT_GRADERS_FOLDER: 'course/graders',
      INPUT_ANSWERS: 'a.yaml',
      INPUT_PASS_MARK: '12.5',
      INPUT_SUBMISSION: 'seen.json',
      INPUT_TIME_LIMIT: '1m30s',
      INPUT_FAIL_BELOW: '0',
      INPUT_ARTIFACT: '',
    }),
  ).toMatchObject({
    labsFolder: 'course/labs',
    gradersFolder: 'course/graders',
    answers: 'a.yaml',
    passMark: 12.5,
    submission: 'seen.json',
    timeLimit: '1m30s',
    failBelow: 0,
    artifact: '',
  });
});

describe('what will not do is told', () => {
  test.each([
    [{ INPUT_LANGUAGE: 'de' }, { input: 'language', value: 'de' }],
    [{ INPUT_PASS_MARK: '-1' }, { input: 'pass-mark', value: '-1' }],
    [{ INPUT_PASS_MARK: '1e9' }, { input: 'pass-mark', value: '1e9' }],
    [{ INPUT_FAIL_BELOW: '50 %' }, { input: 'fail-below', value: '50 %' }],
    [{ INPUT_REPORTS: 'html pdf docx' }, { input: 'reports', value: 'pdf docx' }],
    [{ INPUT_ARTIFACT: 'a/b' }, { input: 'artifact', value: 'a/b' }],
    [{ INPUT_TIME_LIMIT: '5' }, { input: 'time-limit', value: '5' }],
  ])('%j', (env, problem) => {
    expect(valueOf(env)).toEqual([problem]);
  });

  test('together', () => {
    expect(valueOf({ INPUT_LANGUAGE: '', INPUT_FAIL_BELOW: 'x', INPUT_REPORTS: 'pdf' })).toHaveLength(3);
  });
});
