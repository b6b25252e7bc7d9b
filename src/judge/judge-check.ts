import type { Attribute, Seen, Shape } from '../checks/attribute';
import type { CheckKind, Look, Miss } from '../checks/kind';
import { compare } from '../checks/match/compare';
import { sightOf } from '../checks/match/sight';
import { requestsOf } from '../checks/needs';
import { isAttribute, kinds } from '../checks/registry';
import { factKey } from '../evidence/request';
import { message, type Message } from '../messages/message';
import type { Check, Lab } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';
import { resolveJsonPath } from '../text/json-path';
import { subjectText } from '../text/plain-text';
import { cutFault } from './cut-fault';
import { resolveSameAs, type Gone, type Resolved } from './same-as';
import type { AssertionVerdict, CheckVerdict } from './verdict';

/**
 * A check's verdict before its place in the lab is looked at; `cause` names what is missing. `tells`: the cause of others that this check
 * says.
 */
export interface JudgedCheck {
  readonly verdict: CheckVerdict;
  readonly cause?: string;
  readonly tells?: string;
}

/** Judges one check from evidence alone. */
export function judgeCheck(check: Check, lab: Lab, look: Look): JudgedCheck {
  const kind = kinds[check.kind];
  if (kind === undefined)
    throw new Error(`A lab passed validation with the unknown kind of check "${check.kind}".`);
  const input = { check, lab };
  const facts = [...new Set(requestsOf(input).map(factKey))];
  const opened = kind.open(input, look);
  const judged = (
    outcome: CheckVerdict['outcome'],
    assertions: readonly AssertionVerdict[],
    why?: Message,
  ): CheckVerdict => ({
    check: check.id,
    outcome,
    assertions,
    ...(why && { message: why }),
    facts,
  });

  if ('fault' in opened) {
    const assertions = assertionsOf(kind, check).map(([key, expected]) => ({
      key,
      outcome: 'error' as const,
      expected,
    }));
    return { verdict: judged('error', assertions, message('check.fault', { fault: opened.fault })) };
  }
  if ('missing' in opened) {
    const wanted = check.keys['exists'] === false && opened.place !== true ? 'passed' : 'failed';
    const assertions = assertionsOf(kind, check).map(
      ([key, expected]) => ({ key, outcome: wanted, expected }) as const,
    );
    if (wanted === 'passed') return { verdict: judged('passed', assertions) };
    return {
      verdict: judged('failed', assertions, opened.missing),
      ...(opened.cause !== undefined && { cause: opened.cause }),
    };
  }

  const resource = opened.found;
  const compared = assertionsOf(kind, check).map(([key, expected]) => ({
    key,
    resolved: resolveSameAs(expected, lab, look, kind.attributes[key]?.type),
  }));
  const assertions = compared.map(({ key, resolved }) => {
    const judgedOne = judgeAssertion(key, resolved, kind.attributes[key], resource);
    return isUnwanted(judgedOne)
      ? {
          ...judgedOne,
          message:
            kind.unwanted?.(resource) ?? message('check.present', { name: subjectText(check.subject) }),
        }
      : judgedOne;
  });
  const misses: Miss[] = assertions
    .filter((a) => a.outcome === 'failed')
    .map(({ key, expected, seen }) => ({ key, expected, seen }));
  if (misses.length > 0) {
    const gone = goneOf(compared, misses);
    if (gone) {
      const lost = assertions.some(({ outcome }) => outcome === 'passed') && check.partial;
      const { missing, cause } = gone;
      return {
        verdict: judged('failed', assertions, missing),
        ...(cause !== undefined && !lost && { cause }),
      };
    }
    const diagnosis = { ...input, resource, misses, look };
    const plain = assertions.find((a) => a.outcome === 'failed');
    const why = firstOf(kind, diagnosis) ?? plain?.message;
    const tells = kind.tells?.(diagnosis, why);
    return { verdict: judged('failed', assertions, why), ...(tells !== undefined && { tells }) };
  }
  const unknown = assertions.find((a) => a.outcome === 'error');
  return { verdict: unknown ? judged('error', assertions, unknown.message) : judged('passed', assertions) };
}

/** The author's assertions in the author's order; a kind that asserts presence has one more, its own. */
export function assertionsOf(kind: CheckKind, check: Check): [string, Json][] {
  const written = Object.entries(check.keys).filter(([key]) => isAttribute(kind, key));
  const presence: [string, Json][] =
    kind.assertsPresence && !('exists' in check.keys) ? [['exists', true]] : [];
  return [...presence, ...written];
}

/** All that does not hold is compared with something that is not there: that is what is missing, whatever is wrong with this one. */
function goneOf(
  compared: readonly { readonly key: string; readonly resolved: Resolved }[],
  misses: readonly Miss[],
): Gone | undefined {
  const gone = misses.map(({ key }) => {
    const resolved = compared.find((one) => one.key === key)?.resolved;
    return resolved && 'gone' in resolved ? resolved.gone : undefined;
  });
  return gone.includes(undefined) ? undefined : gone[0];
}

/** It is there and should not be, and the kind itself has no word for that. */
const isUnwanted = ({ key, outcome, expected, message: own }: AssertionVerdict): boolean =>
  key === 'exists' && outcome === 'failed' && expected === false && own?.code === 'check.differs';

function judgeAssertion(
  key: string,
  expected: Resolved,
  attribute: Attribute<unknown> | undefined,
  resource: unknown,
): AssertionVerdict {
  if ('fault' in expected)
    return {
      key,
      outcome: 'error',
      expected: expected.written,
      message: message('check.fault', { fault: expected.fault }),
    };
  // `exists` that no attribute reads: the resource was opened, so it is there.
  const seen: Seen = attribute ? attribute.read(resource) : { value: true };
  if ('fault' in seen)
    return {
      key,
      outcome: 'error',
      expected: expected.shown,
      message: message('check.fault', { fault: seen.fault }),
    };
  const target = attribute ?? { type: 'boolean', shape: 'one' };
  const truth = compare(target, expected.value, sightOf(seen));
  const told = {
    key,
    expected: expected.shown,
    ...shownOf(target.shape, expected.value, seen.value),
  };
  if (truth === 'yes') return { ...told, outcome: 'passed' };
  if (truth === 'no')
    return { ...told, outcome: 'failed', message: seen.message ?? message('check.differs', { key }) };
  return { ...told, outcome: 'error', message: message('check.fault', { fault: cutFault(key, seen.cut) }) };
}

/** Of a whole document what stands at the paths that are asked for. */
function shownOf(shape: Shape, expected: Json, seen: Json | undefined): { readonly seen?: Json } {
  if (shape !== 'document' || !isJsonObject(expected)) return seen === undefined ? {} : { seen };
  const found = Object.keys(expected).flatMap((path) => {
    const value = resolveJsonPath(seen, path);
    return value === undefined ? [] : [[path, value] as const];
  });
  return found.length > 0 ? { seen: Object.fromEntries(found) } : {};
}

function firstOf(
  kind: CheckKind,
  diagnosis: Parameters<CheckKind['nearMisses'][number]>[0],
): Message | undefined {
  for (const recognise of kind.nearMisses) {
    const found = recognise(diagnosis);
    if (found) return found;
  }
  return undefined;
}
