import { expect, test } from '@jest/globals';
import { expectationProblems, type Grammar } from '../../../../src/checks/match/problems';
import { kinds } from '../../../../src/checks/registry';
import type { Json } from '../../../../src/text/json';

/** Why lint refuses what an attribute of a kind is compared with. */
function refusal(kind: string, key: string, expected: Json): readonly string[] {
  const attribute = kinds[kind]?.attributes[key];
  if (!attribute) throw new Error(`no attribute ${key}`);
  const grammar: Grammar = {
    ...attribute,
    kinds: Object.keys(kinds),
    attributeOf: (name, other) => kinds[name]?.attributes[other],
  };
  return expectationProblems(grammar, expected).map(({ code, args }) =>
    'because' in args ? `${code} ${args.because}` : code,
  );
}
const differs = (because: string) => [`expectation.same-as-differs ${because}`];

test.each<[string, string, string, readonly string[]]>([
  ['answer', 'equals', 'container/web.hostname', []],
  ['answer', 'equals', 'container/web.exit-code', []],
  ['answer', 'equals', 'logs/web.output', []],
  ['answer', 'equals', 'container/web.ip-addresses', differs('needs-key')],
  ['answer', 'equals', 'container/web.ip-addresses[bridge]', []],
  ['answer', 'equals', 'container/web.inspect', differs('needs-key')],
  ['answer', 'equals', 'container/web.inspect[State.Pid]', []],
  ['answer', 'equals', 'container/web.networks', differs('list')],
  ['answer', 'equals', 'container/web.hostname[x]', differs('no-keys')],
  ['answer', 'equals', 'container/web.tty', differs('type')],
  ['answer', 'number', 'container/web.memory', []],
  ['answer', 'number', 'container/web.hostname', differs('type')],
  ['answer', 'abbreviates', 'container/web.id', []],
  ['container', 'networks', 'container/db.networks', []],
  ['container', 'networks', 'container/db.hostname', []],
  ['container', 'labels', 'container/db.labels', []],
  ['container', 'networks', 'container/db.labels', differs('needs-key')],
  ['container', 'tty', 'container/db.stdin', []],
  ['container', 'memory', 'container/db.hostname', differs('type')],
  ['container', 'image-id', 'image/ubuntu.id', []],
])('%s %s with %s: %j', (kind, key, reference, expected) => {
  const sameAs = { 'same-as': reference };
  expect(refusal(kind, key, sameAs)).toEqual(expected);
  expect(refusal(kind, key, { not: sameAs })).toEqual(expected);
});

test('a size is compared with a number only', () => {
  const size = (reference: string) => refusal('container', 'networks', { size: { 'same-as': reference } });
  expect(size('container/db.exit-code')).toEqual([]);
  expect(size('container/db.hostname')).toEqual(differs('type'));
});
