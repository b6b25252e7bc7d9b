import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLabs } from '../../../src/grading/lab-files';
import { meantLabs } from '../../../src/grading/meant-labs';
import { problemText } from '../../../src/spec/format-problems';

const course = ['01-hello-world', '02-ubuntu', '03-nginx', '10-compose', 'bonus'];

describe('a name as it is said', () => {
  test.each([
    ['2', '02-ubuntu'],
    ['02', '02-ubuntu'],
    ['002', '02-ubuntu'],
    ['ubuntu', '02-ubuntu'],
    ['Ubuntu', '02-ubuntu'],
    ['02-Ubuntu', '02-ubuntu'],
    ['2-ubuntu', '02-ubuntu'],
    ['02 ubuntu', '02-ubuntu'],
    ['02_ubuntu', '02-ubuntu'],
    ['02ubuntu', '02-ubuntu'],
    ['tp2', '02-ubuntu'],
    ['TP 2', '02-ubuntu'],
    ['TP-02', '02-ubuntu'],
    ['tp02-ubuntu', '02-ubuntu'],
    ['lab 2', '02-ubuntu'],
    ['hello', '01-hello-world'],
    ['Hello World', '01-hello-world'],
    ['1', '01-hello-world'],
    ['10', '10-compose'],
    ['BONUS', 'bonus'],
  ])('%j means one lab', (typed, id) => {
    expect(meantLabs(typed, course)).toEqual([id]);
  });

  test.each(['', ' ', '-', 'tp', '4', '20', 'ubunt', '3-ubuntu', 'ubuntu nginx', '..'])(
    '%j is no guess at more than is said',
    (typed) => {
      expect(meantLabs(typed, course)).toEqual([]);
    },
  );

  test.each([
    ['2', ['02-a', '2-b', '12-c'], ['02-a', '2-b']],
    ['nginx', ['03-nginx', '04-nginx-proxy'], ['03-nginx']],
    ['proxy', ['04-nginx-proxy', '05-proxy-chain'], ['04-nginx-proxy', '05-proxy-chain']],
    ['3 nginx', ['03-nginx', '03-nginx-proxy'], ['03-nginx']],
    ['été'.normalize('NFD'), ['02-été'.normalize('NFC')], ['02-été'.normalize('NFC')]],
    ['2', ['tp2', 'tp3'], ['tp2']],
    ['labo', ['02-labo', '03-nginx'], ['02-labo']],
  ])('%j of %j means %j', (typed, ids, meant) => {
    expect(meantLabs(typed, ids)).toEqual(meant);
  });
});

describe('labs are found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-meant-'));
  beforeAll(() => {
    for (const id of [...course, '10-swarm']) {
      mkdirSync(join(folder, 'labs', id), { recursive: true });
      writeFileSync(join(folder, 'labs', id, 'lab.yaml'), '');
    }
    mkdirSync(join(folder, 'labs', '5'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const ids = (...names: string[]) => {
    const found = findLabs(names, 'labs', folder);
    return found.ok
      ? found.value.map(({ file }) => file)
      : found.error.map((problem) => problemText(problem, 'en'));
  };

  test('by what is said, also in two words, and each once', () => {
    expect(ids('TP', '2')).toEqual(['labs/02-ubuntu/lab.yaml']);
    expect(ids('3', 'nginx', '03-nginx', 'lab', '1')).toEqual([
      'labs/03-nginx/lab.yaml',
      'labs/01-hello-world/lab.yaml',
    ]);
  });

  test('or all that can be meant is told', () => {
    expect(ids('10')).toEqual(['"10" can mean 10-compose or 10-swarm: type the one that you mean']);
    expect(ids('ubunto', 'x')).toEqual([
      expect.stringMatching(
        /^there is no lab "ubunto"; did you mean "02-ubuntu"\? \(known: .*10-swarm, bonus\)$/,
      ),
      expect.stringMatching(/^there is no lab "x" \(known: 01-hello-world, .*, bonus\)$/),
    ]);
  });

  test('a folder without a lab is what it is called', () => {
    expect(ids('5')).toEqual(['there is no lab.yaml in labs/5']);
  });
});
