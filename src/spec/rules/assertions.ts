import type { Attribute } from '../../checks/attribute';
import type { CheckKind } from '../../checks/kind';
import { expectationProblems, type ExpectationProblem } from '../../checks/match/problems';
import { sameAsIn } from '../../checks/same-as';
import { isJsonObject, type Json } from '../../text/json';
import { keyProblem, valueProblem, type Draft } from '../draft';
import { assertionKeys, isCommonKey } from '../keys';
import type { Problem } from '../problem';
import { unknownIn } from '../structure';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

/** Would pass whatever the student did. */
export function assertsNothing(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (!kind || kind.assertsPresence) return [];
    // A key that is none of the kind's was meant to assert something, and is told by itself.
    const others = Object.keys(json).filter((key) => key !== kind.kind && !isCommonKey(key));
    if (others.some((key) => !Object.hasOwn(kind.parameters, key))) return [];
    return [keyProblem(draft, pointerTo(pointer, kind.kind), 'check.asserts-nothing', { kind: kind.kind })];
  });
}

/** What must not be there cannot have a state as well. */
export function absentAndMore(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (!kind || json['exists'] !== false) return [];
    return assertionKeys(kind)
      .filter((key) => key !== 'exists' && Object.hasOwn(json, key))
      .map((key) => keyProblem(draft, pointerTo(pointer, key), 'check.absent-and-more', { key }));
  });
}

export function badExpectations(draft: Draft): readonly Problem[] {
  const kinds = Object.keys(draft.kinds);
  return eachAssertion(draft).flatMap(({ attribute, expected, pointer }) =>
    expectationProblems({ ...attribute, kinds, attributeOf: attributeIn(draft) }, expected).map((problem) =>
      located(draft, expected, pointer, problem),
    ),
  );
}

const attributeIn =
  ({ kinds }: Draft) =>
  (name: string, attribute: string): Attribute<unknown> | undefined => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    return kind && Object.hasOwn(kind.attributes, attribute) ? kind.attributes[attribute] : undefined;
  };

/** The kind of a `same-as` is known, the attribute is not one of its own. */
export function sameAsAttributes(draft: Draft): readonly Problem[] {
  return eachAssertion(draft).flatMap(({ expected, pointer }) =>
    sameAsIn(expected).flatMap(({ kind: name, attribute }) => {
      const kind = Object.hasOwn(draft.kinds, name) ? draft.kinds[name] : undefined;
      if (!kind || Object.hasOwn(kind.attributes, attribute)) return [];
      const args = { kind: name, attribute, ...unknownIn(attribute, Object.keys(kind.attributes)) };
      return [valueProblem(draft, pointer, 'check.same-as-attribute', args)];
    }),
  );
}

interface Assertion {
  readonly attribute: Pick<Attribute<unknown>, 'type' | 'shape' | 'values' | 'range'>;
  readonly expected: Json;
  readonly pointer: string;
}

function eachAssertion(draft: Draft): readonly Assertion[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) =>
    kind
      ? assertionKeys(kind).flatMap((key): Assertion[] => {
          const expected = Object.hasOwn(json, key) ? json[key] : undefined;
          if (expected === undefined) return [];
          return [{ attribute: attributeOf(kind, key), expected, pointer: pointerTo(pointer, key) }];
        })
      : [],
  );
}

function attributeOf(kind: CheckKind, key: string): Assertion['attribute'] {
  const own = Object.hasOwn(kind.attributes, key) ? kind.attributes[key] : undefined;
  return own ?? { type: 'boolean', shape: 'one' };
}

function located(draft: Draft, expected: Json, root: string, problem: ExpectationProblem): Problem {
  const pointer = pointerTo(root, ...problem.path);
  if (problem.inKey) return keyProblem(draft, pointer, problem.code, problem.args);
  const value = problem.path.reduce<Json | undefined>(
    (inner, step) =>
      isJsonObject(inner) || Array.isArray(inner)
        ? (inner as Record<string | number, Json>)[step]
        : undefined,
    expected,
  );
  const inside =
    problem.at !== undefined && typeof value === 'string' ? { shift: problem.at, value } : undefined;
  return valueProblem(draft, pointer, problem.code, problem.args, inside);
}
