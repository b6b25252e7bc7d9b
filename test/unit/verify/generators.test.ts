import { expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import type { Lab } from '../../../src/spec/lab';
import type { Json } from '../../../src/text/json';
import { generators } from '../../../src/verify/mutants/generators';
import { anyLab, checkOf } from '../../support/evidence';

/** Where these kinds look; the others take nothing but their subject. */
const places: Readonly<Record<string, Record<string, Json>>> = {
  exec: { in: 'ubuntu' },
  file: { in: 'ubuntu' },
  package: { in: 'ubuntu' },
  process: { in: 'ubuntu' },
};

/** Told by the check as a whole: whether it happened, whether the test passes. */
const asAWhole = ['event times', 'jest exists'];

const attributes = Object.values(kinds).flatMap((kind) =>
  Object.entries(kind.attributes).map(
    ([key, { example }]) => [`${kind.kind} ${key}`, kind.kind, key, example] as const,
  ),
);

test('every kind of check has a generator', () => {
  expect(Object.keys(generators).toSorted()).toEqual(Object.keys(kinds).toSorted());
});

test.each(attributes.filter(([name]) => !asAWhole.includes(name)))(
  '%s has a wrong value',
  (_, kind, key, example) => {
    const check = checkOf(kind, kinds[kind]?.subject.example ?? '', { ...places[kind], [key]: example });
    const lab: Lab = anyLab;
    const host = { facts: {}, requests: [] };
    const wrongs = generators[kind]?.({ lab, check, host }) ?? [];
    // Events are chosen from those that the host tells: without any there is one way to be wrong.
    if (kind === 'event') expect(wrongs.map(({ code }) => code)).toEqual(['present']);
    else expect(wrongs.filter(({ assertion }) => assertion === key)).not.toEqual([]);
  },
);
