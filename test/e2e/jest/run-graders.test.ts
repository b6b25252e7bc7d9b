import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { factOf, GradeFolder, outcomesOf, type Graded } from './grade-in-folder';

// Each test starts a process that runs Jest.
jest.setTimeout(60_000);

const folder = new GradeFolder();
beforeAll(() => folder.build());
afterAll(() => {
  folder.remove();
});

describe('how a hand-written test ends', () => {
  const endings: readonly (readonly [title: string, outcome: string, says: RegExp])[] = [
    ['holds', 'passed', /^$/],
    ['does not hold', 'failed', /Expected: 3\nReceived: 2$/],
    ['rejects nothing', 'failed', /resolved instead of rejected/],
    ['uses a matcher wrongly', 'crashed', /must not be null nor undefined/],
    ['throws', 'crashed', /^oops$/],
    ['throws undefined', 'crashed', /without a message/],
    ['never ends', 'crashed', /timeout of 50 ms/],
    ['ends the process', 'crashed', /may not end the process/],
    ['asks for what was not collected', 'crashed', /fact\.not-collected/],
    ['leaves a timer behind', 'passed', /^$/],
    ['is skipped', 'crashed', /was not run/],
    ['is still to be written', 'crashed', /was not run/],
    ['is there twice', 'crashed', /more than one test/],
    ['has a hook that crashes', 'crashed', /the hook broke/],
    ['is nowhere', 'crashed', /no test is called.*broken\.grader\.ts could not be run: Cannot find module/s],
  ];
  let graded: Graded;
  beforeAll(async () => {
    graded = await folder.grade(endings.map(([title]) => title));
  });

  test.each(endings)('%s: %s', (title, outcome, says) => {
    expect(factOf(graded, title)).toMatchObject({ outcome });
    expect((factOf(graded, title) as { message?: string }).message ?? '').toMatch(says);
  });

  test('neither Jest nor a grader writes anything of its own', () => {
    expect(graded.stderr).toBe('');
    expect(graded.stdout).toMatch(/^\{"evidence".*\}$/s);
    expect(graded.code).toBe(0);
  });
});

describe('typed matchers', () => {
  const holding = [
    'publishes 80:80',
    'uses ubuntu',
    'logged a text',
    'logged a pattern',
    'sees events of the student only',
    'values are of the own realm',
  ];
  const failing = ['publishes 81:80', 'uses debian', 'does not run', 'logged something else'];
  let graded: Graded;
  beforeAll(async () => {
    graded = await folder.grade([...holding, ...failing, 'looks ahead']);
  });

  test.each(holding)('%s: passed', (title) => {
    expect(factOf(graded, title)).toEqual({ outcome: 'passed' });
  });
  test.each(failing)('%s: failed', (title) => {
    expect(factOf(graded, title)).toMatchObject({ outcome: 'failed' });
  });
  test('what they say is kept in every language', () => {
    const texts = {
      fr: 'Ceci ne devrait pas être : le conteneur ubuntu a l’état running.',
      en: 'This should not be so: the container ubuntu has the state running.',
    };
    expect(factOf(graded, 'does not run')).toEqual({ outcome: 'failed', message: texts.en, texts });
    expect(factOf(graded, 'publishes 81:80')).toMatchObject({
      texts: { fr: expect.anything(), en: expect.anything() },
    });
  });
  test('a pattern that is not linear in time is our mistake', () => {
    expect(factOf(graded, 'looks ahead')).toMatchObject({ outcome: 'crashed' });
  });
});

describe('all labs', () => {
  const outcomes = ['passed', 'failed', 'blocked', 'excused', 'error'];

  test('every check is a test of Jest: failures and errors fail, what was not looked at is skipped', async () => {
    const graded = await folder.grade([], { outcomes });
    expect(outcomesOf(graded).tests).toEqual({ passed: 1, failed: 2, pending: 2 });
  });

  test('are judged with what the hand-written tests came to', async () => {
    const graded = await folder.grade(['does not hold', 'holds', 'throws']);
    const [task] = outcomesOf(graded).verdicts[0]?.tasks ?? [];
    expect(task?.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'passed', 'error']);
  });

  test('come after the hand-written graders, so that their tests show the same', async () => {
    const graded = await folder.grade(['uses ubuntu', 'uses debian']);
    // Of the hand-written file 6 hold and 5 do not; of the lab the check that needs no grader and one of the two others hold.
    expect(outcomesOf(graded).tests).toEqual({ passed: 6 + 2, failed: 5 + 1, pending: 0 });
  });

  test('a name pattern selects tests', async () => {
    const graded = await folder.grade([], { outcomes, testNamePattern: 'no such test' });
    expect(outcomesOf(graded).tests).toEqual({ passed: 0, failed: 0, pending: 5 });
  });

  test('without evidence there is no grade, only the reason', async () => {
    const graded = await folder.grade([], { broken: 'no engine answers' });
    expect(graded).toEqual({ code: 3, stdout: '{"rejected":"no engine answers"}', stderr: '' });
  });
});

test('a grader that blocks the process is ended by its deadline', async () => {
  const graded = await folder.grade(['gives nothing back'], { graders: 'endless' });
  expect(graded).toMatchObject({ code: 3, stdout: '{"gaveUp":true}' });
});
