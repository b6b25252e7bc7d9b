import { expect, test } from '@jest/globals';
import { testTree } from '../../../src/jest/test-tree';
import type { CheckVerdict, Outcome } from '../../../src/judge/verdict';
import { labOf } from './lab-of';

const verdict = (check: string, outcome: Outcome): CheckVerdict => ({
  check,
  outcome,
  assertions: [],
  facts: [],
  message: { code: 'container.absent', args: { name: check } },
});
const treeOf = (lab: ReturnType<typeof labOf>, ...checks: readonly CheckVerdict[]) =>
  testTree([lab], [{ lab: '01', tasks: [{ task: 't', outcome: 'failed', checks }] }], 'fr', () => ({
    says: 'says \u001b[31m',
    hint: 'hint',
  }));

test('a check without a title is called by what it states', () => {
  const lab = labOf({ keys: { state: 'running', tty: true } }, { title: { fr: 'Le titre' } });
  expect(treeOf(lab, verdict('t.1', 'failed'))[0]).toMatchObject({
    title: '01 Titre',
    tasks: [
      { title: 'Task', checks: [{ title: 'conteneur ubuntu: état, terminal' }, { title: 'Le titre' }] },
    ],
  });
});

test('an explanation cannot control the terminal', () => {
  const [check] = treeOf(labOf({}), verdict('t.1', 'failed'))[0]?.tasks[0]?.checks ?? [];
  expect(check).toMatchObject({ outcome: 'failed', explanation: 'says \\x1b[31m\nhint' });
});

test('a hidden check does not explain its failure, but an error', () => {
  const lab = labOf({ hidden: true }, { hidden: true });
  const checks = treeOf(lab, verdict('t.1', 'failed'), verdict('t.2', 'error'))[0]?.tasks[0]?.checks;
  expect(checks?.map(({ explanation }) => explanation)).toEqual(['failed', 'says \\x1b[31m\nhint']);
});

test('a check that nobody judged is an error', () => {
  expect(treeOf(labOf({}))[0]?.tasks[0]?.checks[0]).toMatchObject({ outcome: 'error' });
});
