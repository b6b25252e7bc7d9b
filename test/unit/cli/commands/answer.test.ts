import { afterAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answer } from '../../../../src/cli/commands/answer';
import type { Language } from '../../../../src/text/language';

const cwd = mkdtempSync(join(tmpdir(), 'vigie-answer-'));
cpSync(resolve(__dirname, '../../../../labs'), join(cwd, 'labs'), { recursive: true });
const file = join(cwd, 'labs/02-ubuntu/answers.yaml');
const shipped = readFileSync(file, 'utf8');
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

function run(lab: string, question: string, text: string, language: Language = 'en', answers?: string) {
  writeFileSync(file, shipped);
  const said = { out: '', err: '' };
  const code = answer(
    lab,
    question,
    text,
    { labs: 'labs', ...(answers !== undefined && { answers }) },
    {
      out: (shown) => void (said.out += shown),
      err: (shown) => void (said.err += shown),
      env: {},
      cwd,
      language,
      color: false,
      columns: 200,
      isTty: false,
    },
  );
  return { code, ...said, text: readFileSync(file, 'utf8') };
}

test.each([
  ['fr', 'Réponse notée dans labs/02-ubuntu/answers.yaml : container-id: c61f97dcb064\n'],
  ['en', 'Answer noted in labs/02-ubuntu/answers.yaml: container-id: c61f97dcb064\n'],
] as const)('an answer is written into the file of the lab, and said so (%s)', (language, out) => {
  expect(run('02-ubuntu', 'container-id', ' c61f97dcb064', language)).toEqual({
    code: 0,
    out,
    err: '',
    text: shipped.replace('container-id:\n', 'container-id: c61f97dcb064\n'),
  });
});

describe('refused with what to do, and nothing is written:', () => {
  test.each<[string, string, string, string, Language, RegExp]>([
    [
      'a question that is not asked',
      '02-ubuntu',
      'containerid',
      'x',
      'en',
      /did you mean "container-id"\?\nIts questions: image-id, container-id/,
    ],
    [
      'the same in French',
      '02-ubuntu',
      'nom',
      'x',
      'fr',
      /ne pose pas la question « nom »\nSes questions : image-id, container-id/,
    ],
    [
      'a lab without questions',
      '01-hello-world',
      'image-id',
      'x',
      'en',
      /Lab 01-hello-world asks no question\./,
    ],
    ['a lab that is not there', '09-none', 'image-id', 'x', 'en', /09-none/],
    ['an answer of blanks', '02-ubuntu', 'image-id', '  ', 'fr', /ne pas être vide/],
    ['an answer of two lines', '02-ubuntu', 'image-id', 'a\nb', 'en', /has to be one line/],
    ['an answer without end', '02-ubuntu', 'image-id', 'a'.repeat(1e5), 'en', /has to be one line/],
  ])('%s', (_what, lab, question, text, language, says) => {
    const ran = run(lab, question, text, language);
    expect({ code: ran.code, out: ran.out, text: ran.text }).toEqual({ code: 2, out: '', text: shipped });
    expect(ran.err.replace(/\u00a0|\u202f/g, ' ')).toMatch(says);
  });

  test('a file that cannot be read says its line, one that cannot be written why', () => {
    const broken = join(cwd, 'broken.yaml');
    writeFileSync(broken, 'image-id:5a81\n');
    expect(run('02-ubuntu', 'image-id', 'x', 'en', broken)).toMatchObject({
      code: 2,
      err: expect.stringContaining('the space after the colon is missing; write "image-id: 5a81"'),
    });
    expect(run('02-ubuntu', 'image-id', 'x', 'en', join(cwd, 'no', 'folder.yaml'))).toMatchObject({
      code: 3,
      err: expect.stringContaining('no such file or folder'),
    });
  });
});
