import { describe, expect, test } from '@jest/globals';
import { proveMutants } from '../../../src/verify/mutants/prove-mutants';
import { isProved, type Equivalent, type MutantProof } from '../../../src/verify/proof';
import { proofText } from '../../../src/verify/report/terminal';
import { labOfChecks, referenceEvidence } from '../../support/prove';

const onUbuntu = (checks: string, declared: readonly Equivalent[] = []): MutantProof =>
  proveMutants(labOfChecks(checks), referenceEvidence('02-ubuntu'), declared);

const survivorsOf = (proof: MutantProof): string[] =>
  proof.survivors.map(({ code, letThrough, because }) => `${code} ${because} ${letThrough.join()}`);

describe('a weak lab is found out, with the assertion that let the wrong host through', () => {
  test.each([
    [
      'an image by a part of its name',
      '- container: ubuntu\n  image: /ubuntu/',
      ['container.other-tag passed image'],
    ],
    [
      'any published port',
      '- container: ubuntu\n  ports: { size: { gte: 1 } }',
      [
        'ports.other-host-port passed ports',
        'ports.other-container-port passed ports',
        'ports.loopback passed ports',
        'ports.udp passed ports',
      ],
    ],
    [
      'any exit code',
      '- exec: [python3, -c, "print(6 * 7)"]\n  in: ubuntu\n  exit-code: { exists: true }',
      ['exec.not-found passed exit-code', 'exec.exit-code passed exit-code'],
    ],
    [
      'whatever was typed',
      '- logs: ubuntu\n  typed: { size: { gte: 0 } }',
      ['logs.empty passed typed', 'logs.no-line passed typed'],
    ],
    [
      'an attach that docker run makes by itself',
      '- event: { type: container, action: attach, container: ubuntu }\n  times: { gte: 0 }',
      [
        'event.none passed exists,times',
        'event.own passed exists,times',
        'event.elsewhere passed exists,times',
      ],
    ],
    [
      'another answer',
      '- answer: container-id\n  question: Which?\n  matches: /./',
      ['answer.other passed matches'],
    ],
  ])('%s', (_, checks, survivors) => {
    const lab = labOfChecks(checks);
    const evidence = referenceEvidence('02-ubuntu');
    const facts = {
      ...evidence.facts,
      'answer/weak/container-id': { value: { file: 'answers.yaml', text: 'c61f97dcb064' } },
    };
    const proof = proveMutants(lab, { ...evidence, facts }, []);
    expect(survivorsOf(proof)).toEqual(survivors);
    expect(isProved(proof)).toBe(false);
  });

  test('the same statements, said with care, are proved', () => {
    const proof = onUbuntu(`- container: ubuntu
  image: ubuntu:latest
  ports: { only: ['80:80'] }
- exec: [python3, -c, 'print(6 * 7)']
  in: ubuntu
  exit-code: 0
- event: { type: container, action: attach, container: ubuntu, while: running }`);
    expect(proof).toMatchObject({ unmet: [], survivors: [], strays: [], stale: [] });
    expect(isProved(proof)).toBe(true);
  });
});

describe('what is declared to be equivalent', () => {
  const checks = '- container: ubuntu\n  image: /ubuntu/';
  const declared = { check: 'task.1', mutant: 'container.other-tag', reason: 'Any tag will do.' } as const;

  test('is no survivor any more', () => {
    const proof = onUbuntu(checks, [declared]);
    expect(proof).toMatchObject({ survivors: [], equivalents: [declared], stale: [] });
    expect(isProved(proof)).toBe(true);
  });

  test('and is found out all the same keeps the lab from being proved', () => {
    const needless = { ...declared, mutant: 'container.other-image' } as const;
    const proof = onUbuntu(checks, [declared, needless]);
    expect(proof).toMatchObject({ survivors: [], stale: [needless] });
    expect(isProved(proof)).toBe(false);
  });
});

test('a lab that its own reference does not meet is tried no further', () => {
  const proof = onUbuntu('- container: ubuntu\n  state: exited');
  expect(proof.unmet).toEqual([{ check: 'task.1', outcome: 'failed', code: expect.any(String) }]);
  expect(proof.mutants).toBe(0);
  expect(isProved(proof)).toBe(false);
});

test('evidence that another version of the lab left is told as such', () => {
  const proof = onUbuntu('- file: /etc/hostname\n  in: ubuntu');
  expect(proof.unmet).toEqual([{ check: 'task.1', outcome: 'error', code: 'check.fault' }]);
});

test('an assertion that no wrong host puts to the test is named, though all fail where the container is absent', () => {
  const lab = labOfChecks(
    '- container: ubuntu\n  hostname: { not: { same-as: image/ubuntu.id } }\n  state: running',
  );
  const proof = proveMutants(lab, referenceEvidence('02-ubuntu'), []);
  expect(proof).toMatchObject({ survivors: [], strays: [] });
  expect(isProved(proof)).toBe(false);
  expect(proofText(lab, proof, 'en', false)).toContain('    task.1 hostname\n');
});

test('the report names survivors in the language of the run, and escapes what a lab says', () => {
  const lab = { ...labOfChecks('- container: ubuntu\n  image: /ubuntu/'), title: 'A \u001b[31mlab' };
  const proof = proveMutants(lab, referenceEvidence('02-ubuntu'), []);
  const fr = proofText(lab, proof, 'fr', true);
  expect(fr).toContain('PAS PROUVÉ');
  expect(fr).toContain(
    'task.1 container.other-tag : le conteneur vient d’une autre étiquette (ubuntu:22.04) ; tout passe',
  );
  expect(fr).toContain('laissé passer par image');
  expect(fr).toMatch(/task\.1 image\s+\d+\n/);
  expect(fr).not.toContain('\u001b');
  expect(proofText(lab, proof, 'en', false)).toContain('let through by image');
});
