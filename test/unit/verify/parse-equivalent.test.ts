import { expect, test } from '@jest/globals';
import { parseEquivalent } from '../../../src/verify/mutants/parse-equivalent';
import { labOfChecks } from '../../support/prove';

const lab = labOfChecks('- container: ubuntu\n  image: ubuntu');
const parse = (text: string) => parseEquivalent(text, 'equivalent.yaml', lab);

test('equivalent mutants are read with their reasons', () => {
  const text = '- { check: task.1, mutant: container.other-tag, assertion: image, reason: " Any tag. " }';
  expect(parse(text)).toEqual({
    ok: true,
    value: [{ check: 'task.1', mutant: 'container.other-tag', assertion: 'image', reason: 'Any tag.' }],
  });
});

test.each([
  ['- [', 'yaml'],
  ['check: task.1', 'not-a-list'],
  ['- task.1', 'entry'],
  ['- { check: task.2, mutant: absent, reason: x }', 'unknown-check'],
  ['- { check: task.1, mutant: container.other-tags, reason: x }', 'unknown-mutant'],
  ['- { check: task.1, mutant: absent }', 'no-reason'],
  ['- { check: task.1, mutant: absent, reason: " " }', 'no-reason'],
])('%j is refused: %s', (text, code) => {
  expect(parse(text)).toMatchObject({ ok: false, error: { code, file: 'equivalent.yaml' } });
});
