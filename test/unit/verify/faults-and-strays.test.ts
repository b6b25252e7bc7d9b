import { expect, test } from '@jest/globals';
import { hostOf, makeFaults } from '../../../src/verify/mutants/make-mutants';
import { judgeHost } from '../../../src/verify/mutants/judge-host';
import { proveFaults } from '../../../src/verify/mutants/prove-faults';
import { straysOf } from '../../../src/verify/mutants/strays';
import { labOfChecks, referenceEvidence } from '../../support/prove';

const evidence = referenceEvidence('02-ubuntu');
const lab = labOfChecks(
  '- container: ubuntu\n  state: running\n- package: python3\n  in: ubuntu\n- engine: docker',
);
const host = hostOf(lab, evidence);

test('each fact that the lab asks for is made unknown once', () => {
  const facts = makeFaults(host).map(({ fact }) => fact);
  expect(facts.toSorted()).toEqual(
    [
      'candidates/ubuntu',
      'container/ubuntu',
      'containers',
      'engine',
      'events',
      'images',
      'packages/ubuntu',
    ].toSorted(),
  );
  expect(proveFaults({ lab, evidence, faults: makeFaults(host), decided: [] })).toEqual({
    survivors: [],
    strays: [],
  });
});

test('a student who is blamed for what could not be found out is a survivor', () => {
  const absent = { ...host, facts: { ...host.facts, 'packages/ubuntu': { value: null } } };
  const { survivors } = proveFaults({
    lab,
    evidence,
    faults: [{ fact: 'packages/ubuntu', host: absent }],
    decided: [],
  });
  expect(survivors).toEqual([
    { code: 'fact.fault', check: 'task.2', what: 'packages/ubuntu', because: 'blamed', letThrough: [] },
  ]);
});

test('a check that passes without the fact that decides it is a survivor', () => {
  const decided = [{ check: 'task.3', fact: 'engine' }];
  const { survivors } = proveFaults({ lab, evidence, faults: [{ fact: 'engine', host }], decided });
  expect(survivors).toEqual([
    { code: 'fact.fault', check: 'task.3', what: 'engine', because: 'passed', letThrough: ['exists'] },
  ]);
});

test('a check that loses for a fact that it does not rest on is a stray', () => {
  const facts = { ...host.facts, 'packages/ubuntu': { value: null } };
  const judged = judgeHost(lab, evidence, { facts });
  expect(straysOf(lab, judged, ['packages/ubuntu'])).toEqual([]);
  expect(straysOf(lab, judged, ['engine'])).toEqual(['task.2']);
});
