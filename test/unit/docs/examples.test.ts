import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { kinds } from '../../../src/checks/registry';
import { readRoster } from '../../../src/class/roster/read-roster';
import { parseAnswers } from '../../../src/grading/answers/parse-answers';
import { formatProblems } from '../../../src/spec/format-problems';
import { loadLab } from '../../../src/spec/load-lab';
import { blocks, isForGitHub } from '../../support/doc-blocks';

const root = resolve(__dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const inLanguages = (...languages: readonly string[]): (readonly [string, string])[] =>
  blocks.filter(({ language }) => languages.includes(language)).map(({ at, text }) => [at, text] as const);

const head = 'vigie: 1\nid: x\ntitle: x\ntasks:\n  - id: x\n    title: x\n    points: 20\n    checks:\n';

/** A lab as it is, or checks in the smallest lab that they fit in; answers are no lab. */
function labOf(text: string): string | undefined {
  const value: unknown = parse(text);
  if (Array.isArray(value)) return `${head}${text.replace(/^(?=.)/gm, '      ')}`;
  return typeof value === 'object' && value !== null && 'vigie' in value ? text : undefined;
}

const isRoster = (text: string): boolean => /^students:/m.test(text);

test('the pages have labs, checks and commands in them', () => {
  expect(inLanguages('yaml').length).toBeGreaterThan(8);
  expect(inLanguages('console', 'bash').length).toBeGreaterThan(8);
});

describe('an example of a lab is sound', () => {
  test.each(inLanguages('yaml').filter(([, text]) => !isForGitHub(text)))('%s', (at, text) => {
    if (isRoster(text)) {
      expect(readRoster(text, at, 'en')).toMatchObject({ ok: true });
      return;
    }
    const lab = labOf(text);
    if (lab === undefined) {
      expect(parseAnswers(Buffer.from(text))).toMatchObject({ ok: true });
      return;
    }
    const loaded = loadLab({ text: lab, hash: '', file: at, kinds });
    expect(loaded.ok ? '' : formatProblems(loaded.error, 'en', { color: false })).toBe('');
  });
});

const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const commandLine = ['command-parts', 'grading-commands', 'report-commands', 'lab-commands', 'class-commands']
  .map((name) => read(`src/cli/program/${name}.ts`))
  .join('');
const commands = [...commandLine.matchAll(/\.command\('([\w-]+)/g)].map(([, name = '']) => name);
const options = [...commandLine.matchAll(/(--[a-z][\w-]*)/g)].map(([, name = '']) => name);

/** What is wrong with a line of a terminal: scripts, commands and options that are not there. */
function unknownIn(line: string): readonly string[] {
  const script = /\bnpm run (?:-s )?([\w:-]+)/.exec(line)?.[1];
  const body = script === undefined ? line : scripts[script];
  if (body === undefined) return [`npm run ${script ?? ''}`];
  const command = /(?:\bvigie|dist\/cli\/main\.js) ([a-z][\w-]*)/.exec(body)?.[1];
  if (command === undefined) return [];
  const used = [...line.replace(/#.*/, '').matchAll(/ (--[a-z][\w-]*)/g)].map(([, option = '']) => option);
  return [
    ...(commands.includes(command) ? [] : [`vigie ${command}`]),
    ...used.filter((option) => option !== '--help' && !options.includes(option)),
  ];
}

test('each command that a page names is there, with its options', () => {
  const lines = inLanguages('console', 'bash').flatMap(([at, text]) =>
    text.split('\n').map((line) => ({ at, line })),
  );
  const wrong = lines.map(({ at, line }) => ({ at, line, unknown: unknownIn(line) }));
  expect(wrong.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
});

test.each([
  ['npm run graed', ['npm run graed']],
  ['npm run grade -- 02-ubuntu --evidense x', ['--evidense']],
  ['$ vigie look', ['vigie look']],
  ['npm run grade -- --lang en # --nothing', []],
])('of "%s" what is unknown is told', (line, unknown) => {
  expect(unknownIn(line)).toEqual(unknown);
});
