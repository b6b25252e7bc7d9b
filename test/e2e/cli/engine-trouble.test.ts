import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { json, startFakeEngine, type FakeEngine, type Routes } from '../../contract/engine/fake-engine';
import type { Json } from '../../../src/text/json';
import { ubuntu } from '../../support/evidence';
import { wholeAnswer } from '../../support/whole-answer';
import { CliFolder, ended } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});
let fake: FakeEngine | undefined;
afterEach(async () => {
  await fake?.terminate();
});

const answering: Routes = {
  '/containers/ubuntu/json': json(wholeAnswer('/containers/ubuntu/json', ubuntu() as unknown as Json)),
  '/images/json': json([]),
};

async function engineThat(routes: Routes): Promise<string> {
  fake = await startFakeEngine({ ...answering, ...routes });
  return `unix://${fake.path}`;
}

describe('without an engine', () => {
  /** Where another engine of the machine answers, that is what helps. */
  const isOther = existsSync('/var/run/docker.sock');

  test.each([
    ['en', isOther ? 'another one does' : 'npm run demo'],
    ['fr', isOther ? 'un autre répond' : 'npm run demo'],
  ])('a sentence in %s says so, with what to try, and the exit code is 3', async (lang, says) => {
    const { code, stdout, stderr } = await folder.run(['grade', '--lang', lang], {
      DOCKER_HOST: `unix://${join(folder.path, 'nowhere.sock')}`,
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    const lines = stderr
      .replaceAll(/\n(?!→)/g, ' ')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.join(' ')).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test('an engine that answers is graded, with no word on stderr', async () => {
  const host = await engineThat({});
  const { code, stdout, stderr } = await folder.run(['grade', '01-web', '--save-evidence', 'kept.json'], {
    DOCKER_HOST: host,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Mark: 20 / 20');
  const again = await folder.run(['grade', '01-web', '--evidence', 'kept.json']);
  expect(again.stdout).toBe(stdout);
}, 30_000);

test('on a terminal nothing of Jest shows, only the report', async () => {
  const host = await engineThat({});
  const { code, output } = await folder.onTerminal(['grade', '01-web'], { DOCKER_HOST: host });
  expect(code).toBe(0);
  expect(stripVTControlCharacters(output)).toMatch(/^01-web · /);
  expect(output).not.toContain('Determining');
}, 30_000);

test('an engine that ends while it is graded gives a sentence and no mark', async () => {
  const host = await engineThat({ '/containers/ubuntu/json': () => void fake?.kill() });
  const { code, stdout, stderr } = await folder.run(['grade', '01-web'], { DOCKER_HOST: host });
  expect({ code, stdout, stderr }).toEqual({
    code: 3,
    stdout: '',
    stderr: 'The Docker engine stopped during grading.\n→ Start it, then grade again: no point is lost.\n',
  });
}, 30_000);

test('Ctrl-C while the engine is silent ends at once with a sentence', async () => {
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const host = await engineThat({
    '/containers/ubuntu/json': () => {
      asked();
    },
  });
  const child = folder.start(['grade', '01-web'], { env: folder.env({ DOCKER_HOST: host }) });
  const end = ended(child);
  await isAsked;
  const began = performance.now();
  child.kill('SIGINT');
  const { code, stdout, stderr } = await end;
  expect({ code, stdout, stderr }).toEqual({
    code: 3,
    stdout: '',
    stderr: '\nGrading was interrupted: nothing was marked.\n',
  });
  expect(performance.now() - began).toBeLessThan(3_000);
}, 30_000);

describe('a hand-written grader', () => {
  const labFor = (id: string, title: string): void => {
    folder.put(
      `${id}/lab.yaml`,
      `vigie: 1\nid: ${id}\nlang: en\ntitle: T\ntasks:\n  - id: t\n    title: T\n    points: 20\n    checks:\n      - jest: ${title}\n`,
    );
  };

  test('that leaves a timer behind keeps nothing alive', async () => {
    labFor('timer', 'leaves a timer');
    folder.put(
      'timer-graders/timer.grader.ts',
      `import { test } from 'vigie/jest';\ntest('leaves a timer', () => { setInterval(() => undefined, 1000); });\n`,
    );
    const host = await engineThat({});
    const { code, stdout } = await folder.run(
      ['grade', 'timer', '--labs', '.', '--graders', 'timer-graders'],
      { DOCKER_HOST: host },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Mark: 20 / 20');
  }, 60_000);

  test('that never gives control back is given up with a sentence', async () => {
    labFor('endless', 'gives nothing back');
    folder.put(
      'endless-graders/endless.grader.ts',
      `import { test } from 'vigie/jest';\ntest('gives nothing back', () => { for (;;); });\n`,
    );
    const host = await engineThat({});
    const { code, stdout, stderr } = await folder.run(
      ['grade', 'endless', '--labs', '.', '--graders', 'endless-graders'],
      { DOCKER_HOST: host },
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('never gives control back');
  }, 90_000);
});
