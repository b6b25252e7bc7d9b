import { defineKind } from '../../../src/checks/kind';
import { loadLab } from '../../../src/spec/load-lab';
import type { Problem } from '../../../src/spec/problem';
import { compileValidators } from '../../../scripts/generate/validators';

const nothing = { needs: () => [], open: () => ({ found: {} }), nearMisses: [] };
const read = () => ({ value: undefined });
const name = { fr: 'nom', en: 'name' };

/** A few kinds that have one of everything a kind can declare; the tests of the language do not depend on the shipped ones. */
export const sampleKinds = {
  box: defineKind({
    ...nothing,
    kind: 'box',
    name,
    describe: 'A box.',
    subject: { type: 'string', describe: 'Its name.', example: 'red' },
    parameters: { in: { type: 'string', pattern: true, describe: 'Where.', example: 'attic' } },
    attributes: {
      id: { name, type: 'string', shape: 'one', describe: 'Its number.', example: 'x', read },
      state: {
        name,
        type: 'string',
        shape: 'one',
        values: ['open', 'closed'],
        describe: 'Its state.',
        example: 'open',
        read,
      },
      version: { name, type: 'version', shape: 'one', describe: 'Its version.', example: '1.10', read },
      mode: { name, type: 'mode', shape: 'one', describe: 'Its mode.', example: '0644', read },
      count: { name, type: 'number', shape: 'one', describe: 'A number.', example: 1, read },
      image: { name, type: 'reference', shape: 'one', describe: 'Its image.', example: 'ubuntu', read },
      ports: { name, type: 'publication', shape: 'list', describe: 'Its ports.', example: ['80:80'], read },
      labels: { name, type: 'string', shape: 'map', describe: 'Its labels.', example: { a: 'b' }, read },
      inspect: { name, type: 'string', shape: 'document', describe: 'The rest.', example: { A: 1 }, read },
    },
    assertsPresence: false,
  }),
  image: defineKind({
    ...nothing,
    kind: 'image',
    name,
    describe: 'An image.',
    subject: { type: 'string', describe: 'Its name.', example: 'ubuntu' },
    parameters: {},
    attributes: {},
    assertsPresence: true,
  }),
  call: defineKind({
    ...nothing,
    kind: 'call',
    name,
    describe: 'A call.',
    subject: {
      type: 'string-or-object',
      describe: 'Whom.',
      keys: {
        to: { name, type: 'string', required: true, describe: 'Whom.', example: 'home' },
        port: { name, type: 'integer', minimum: 1, maximum: 65535, describe: 'Where.', example: 80 },
        wait: { name, type: 'duration', describe: 'How long.', example: '10s' },
        as: { name, type: 'string', pattern: true, describe: 'Whose words.', example: '/^I/' },
        how: { name, type: 'string', values: ['loud', 'quiet'], describe: 'How.', example: 'loud' },
      },
      example: { to: 'home' },
    },
    parameters: {
      words: { type: 'string-list', describe: 'What is said.', example: ['hello'] },
      headers: { type: 'string-map', describe: 'What is said before.', example: { a: 'b' } },
      deadline: { type: 'duration', describe: 'How long.', example: '5s' },
      secret: { type: 'boolean', describe: 'Whether.', example: true },
    },
    attributes: {
      answer: { name, type: 'text', shape: 'one', describe: 'The answer.', example: 'yes', read },
    },
    assertsPresence: true,
  }),
  jest: defineKind({
    ...nothing,
    kind: 'jest',
    name,
    describe: 'A test.',
    subject: { type: 'string', pattern: true, describe: 'Its title.', example: 'works' },
    parameters: {},
    attributes: {},
    assertsPresence: true,
  }),
};

const validators = compileValidators(sampleKinds);

export const load = (text: string) =>
  loadLab({ text, file: 'lab.yaml', hash: 'sha256:0', kinds: sampleKinds, validators });

export function problemsIn(text: string): readonly Problem[] {
  const loaded = load(text);
  return loaded.ok ? [] : loaded.error;
}

/** `line:column code`, in reading order. */
export const told = (text: string): string[] =>
  problemsIn(text).map(({ at, code }) => (at ? `${at.line}:${at.column} ${code}` : code));

/** A lab with one task, which has these checks; the first of them is on line 9, after 8 columns. */
export const labOf = (...checks: string[]): string =>
  `vigie: 1
id: sample
title: Sample
tasks:
  - id: one
    title: One
    points: 20
    checks:
${checks.map((check) => `      - ${check}\n`).join('')}`;

/** Problems of one check, with columns counted from its own start. */
export const toldOfCheck = (check: string): string[] =>
  problemsIn(labOf(check)).map(({ at, code }) => `${(at?.line ?? 0) - 8}:${(at?.column ?? 0) - 8} ${code}`);

export const labOfTasks = (...tasks: string[]): string =>
  `vigie: 1\nid: sample\ntitle: Sample\ntasks:\n${tasks.map((task) => `  - ${task}`).join('\n')}\n`;
