import { expectationProblems } from '../../src/checks/match/problems';
import { matcherNames, takesPatterns, type MatcherName } from '../../src/checks/match/matchers';
import { kinds } from '../../src/checks/registry';
import type { Attribute } from '../../src/checks/attribute';
import type { Json } from '../../src/text/json';

export interface Expectation {
  readonly kind: string;
  readonly key: string;
  readonly matcher: MatcherName | 'none of them';
  readonly expected: Json;
  readonly seen: Json | undefined;
}

/** What no few words could say exactly, and what they can. */
export const patterns = ['/^a[0-9]{2,}\\s+x$/', '/^ab?c\\b/', '/(one|two) .*three/i'] as const;

type Candidate = Pick<Expectation, 'matcher' | 'expected'>;

function candidates(attribute: Attribute<never>): readonly Candidate[] {
  const { type, shape } = attribute;
  const isKeyed = shape === 'map' || shape === 'document';
  // Where a literal is no pattern, this very text is asked for.
  const whole = about(attribute, takesPatterns(isKeyed ? 'string' : type) ? patterns : []);
  const behindKeys = about(attribute, takesPatterns(shape === 'document' ? 'json' : type) ? patterns : []);
  return [
    ...whole,
    ...(isKeyed ? behindKeys : []).map(({ matcher, expected }) => ({
      matcher,
      expected: { 'Some.Key': expected },
    })),
  ];
}

function about(attribute: Attribute<never>, own: readonly string[]): readonly Candidate[] {
  const one = valueOf(attribute);
  const plain: Json[] = [attribute.example, one, [one], ...own];
  const argumentsOf: Readonly<Record<MatcherName, readonly Json[]>> = {
    not: [...plain, { gte: one }, { contains: one }, { any: [one, one] }],
    any: [[one, one], own],
    all: [[one, one], own],
    none: [[one, one], own],
    only: [[one], []],
    contains: [one, [one, one]],
    matches: [...patterns, ['^x', 'y$']],
    equals: [one, [one, one], { 'Some.Key': one }],
    gt: [one],
    gte: [one, 1],
    lt: [one],
    lte: [one, 0],
    size: [0, 1, { gte: 1 }, { not: 3 }],
    exists: [true, false],
    'same-as': [
      'container/ubuntu.id',
      'container/ubuntu.never-stopped',
      'container/ubuntu.ip-addresses[bridge]',
    ],
  };
  const matched = matcherNames.flatMap((matcher) =>
    argumentsOf[matcher].map((argument) => ({ matcher, expected: { [matcher]: argument } })),
  );
  return [...plain.map((expected) => ({ matcher: 'none of them' as const, expected })), ...matched];
}

const values = {
  string: 'word',
  text: 'words',
  path: '/srv/word',
  number: 3,
  boolean: true,
  version: '1.2.3',
  size: '512m',
  duration: '10s',
  publication: '8080:80',
  reference: 'nginx:latest',
  id: 'c61f97dcb064',
  mode: '0644',
  command: 'apt install nginx',
  platform: 'linux/amd64',
} as const;

const valueOf = ({ type, values: [known] = [] }: Attribute<never>): Json => known ?? values[type];

function seenOf(attribute: Attribute<never>): (Json | undefined)[] {
  const one = attribute.type === 'size' ? 536_870_912 : valueOf(attribute);
  switch (attribute.shape) {
    case 'one':
      return [undefined, one];
    case 'list':
      return [undefined, [], [one, one]];
    case 'map':
      return [undefined, {}, { 'Some.Key': one, Other: one }];
    case 'document':
      return [undefined, { 'Some.Key': { '80/tcp': [{ HostPort: '80' }] } }];
  }
}

/** Every attribute of every kind with every matcher that a lab may use on it, and with what could be seen instead. */
export const everyExpectation: readonly Expectation[] = Object.values(kinds).flatMap(({ kind, attributes }) =>
  Object.entries(attributes).flatMap(([key, attribute]) =>
    candidates(attribute)
      .filter(
        ({ expected }) =>
          expectationProblems({ ...attribute, kinds: Object.keys(kinds) }, expected).length === 0,
      )
      .flatMap(({ matcher, expected }) =>
        seenOf(attribute).map((seen) => ({ kind, key, matcher, expected, seen })),
      ),
  ),
);
