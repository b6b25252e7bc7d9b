import { expect, test } from '@jest/globals';
import { dirname, join, resolve } from 'node:path';
import { loadLabs } from '../../../src/grading/load-labs';
import { readEquivalent } from '../../../src/verify/lab-folder';
import { proveMutants } from '../../../src/verify/mutants/prove-mutants';
import { isProved } from '../../../src/verify/proof';
import { referenceEvidence } from '../../support/prove';

const root = resolve(__dirname, '../../..');
const labs = loadLabs([], 'labs', root);

test.each(labs.ok ? labs.value.map(({ lab, path }) => [lab.id, lab, path] as const) : [])(
  '%s tells every wrong host from the right one',
  (id, lab, path) => {
    const equivalent = readEquivalent(path, lab);
    if (!equivalent.ok) throw new Error(JSON.stringify(equivalent.error));
    const proof = proveMutants(lab, referenceEvidence(id), equivalent.value);
    expect(proof).toMatchObject({ unmet: [], survivors: [], strays: [], stale: [] });
    expect(proof.assertions.filter(({ mutants }) => mutants === 0)).toEqual([]);
    expect(isProved(proof)).toBe(true);
    expect(proof.mutants).toBeGreaterThan(15);
    expect(dirname(path)).toBe(join(root, 'labs', id));
  },
);

test('all three labs are there', () => {
  expect(labs.ok && labs.value.map(({ lab }) => lab.id)).toEqual(['01-hello-world', '02-ubuntu', '03-nginx']);
});
