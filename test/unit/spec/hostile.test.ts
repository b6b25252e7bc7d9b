import { describe, expect, test } from '@jest/globals';
import { formatProblems } from '../../../src/spec/format-problems';
import { labOf, load, problemsIn, told } from './sample-kinds';

describe('what is no lab', () => {
  test.each<[string, string, string[]]>([
    ['an empty file', '', ['1:1 lab.empty']],
    ['blanks', ' \n\n', ['1:1 lab.empty']],
    ['comments only', '# nothing\n# here\n', ['1:1 lab.empty']],
    ['a byte order mark only', '\ufeff', ['1:1 lab.empty']],
    ['a list', '- vigie: 1\n', ['1:1 lab.not-a-mapping']],
    ['a text', 'hello\n', ['1:1 lab.not-a-mapping']],
    ['two documents', `${labOf('{ image: a }')}---\na: b\n`, ['10:1 lab.several-documents']],
    ['NUL bytes', 'vigie: 1\0\n', ['lab.binary']],
    ['tabs', 'vigie: 1\ntasks:\n\t- id: a\n', ['3:1 yaml.syntax']],
    ['a colon in a value', 'title: a: b\n', ['1:8 yaml.syntax']],
    ['an open bracket', 'title: [a\n', ['2:1 yaml.syntax']],
    ['an unknown tag', 'title: !x a\n', ['1:8 yaml.syntax']],
    ['a key twice', `${labOf('{ image: a }')}id: again\n`, ['10:1 yaml.duplicate-key']],
    ['a key that is a list', `? [a]\n: b\n${labOf('{ image: a }')}`, ['1:3 yaml.key-not-text']],
    ['an alias of nothing', labOf('{ image: *a }'), ['9:18 yaml.unknown-alias']],
    ['an alias inside of itself', labOf('&a { image: x, title: *a }'), ['9:31 yaml.unknown-alias']],
    ['a merge of a text', labOf('{ image: x, <<: y }'), ['9:25 yaml.merge']],
  ])('%s', (_title, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what would cost too much', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]}, `.repeat(9)}]`),
  ].join('\n');
  const merges = `a: &a { b: c }\n${Array.from({ length: 6000 }, (_, n) => `k${n}: { <<: *a }`).join('\n')}`;

  test.each<[string, string, string]>([
    ['a billion laughs', bomb, 'lab.too-many-aliases'],
    ['thousands of merges', merges, 'lab.too-many-aliases'],
    ['a megabyte of open brackets', '['.repeat(1 << 20), 'lab.too-deep'],
    ['a megabyte of dashes', '- '.repeat(1 << 19), 'lab.too-deep'],
    ['a megabyte of question marks', '? '.repeat(1 << 19), 'lab.too-deep'],
    [
      'many levels of indentation',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'lab.too-deep',
    ],
    ['a million tiny parts', `a: [${'1,'.repeat(500_000)}]`, 'lab.too-many-parts'],
  ])('%s is refused at once', (_title, text, code) => {
    expect(problemsIn(text).map((problem) => problem.code)).toContain(code);
  });

  test('a thousand different keys are all told, fifty of them shown', () => {
    const text = labOf('{ image: a }') + Array.from({ length: 1000 }, (_, n) => `zzzzz${n}: 1\n`).join('');
    const problems = problemsIn(text);
    expect(problems).toHaveLength(1000);
    expect(formatProblems(problems, 'en', { color: false })).toContain('… and 950 more\n');
  });
});

describe('what looks like a trap', () => {
  test('keys of prototypes are keys like any other', () => {
    const text = labOf('{ image: a, __proto__: { state: open }, constructor: x, toString: y }');
    expect(told(text)).toEqual(['9:21 key.unknown', '9:49 key.unknown', '9:65 key.unknown']);
    expect(({} as Record<string, unknown>)['state']).toBeUndefined();
  });

  test('a kind that is called like a method of objects is no kind', () => {
    expect(told(labOf('{ constructor: a }', '{ __proto__: a }'))).toEqual([
      '9:11 check.no-kind',
      '10:11 check.no-kind',
    ]);
  });

  test('Windows line ends and a byte order mark change nothing', () => {
    const text = labOf('{ box: a, stat: open }');
    expect(told(`\ufefflang: frr\n${labOf('{ image: a }')}`)).toEqual(['1:7 value.unknown']);
    expect(told(`\ufeff${text.replace(/\n/g, '\r\n')}`)).toEqual(told(text));
    expect(formatProblems(problemsIn(text.replace(/\n/g, '\r\n')), 'en', { color: false })).not.toContain(
      '\\r',
    );
    expect(load(`\ufeff${labOf('{ image: a }').replace(/\n/g, '\r\n')}`)).toMatchObject({ ok: true });
  });

  test('half a character is a text like any other', () => {
    expect(load(labOf('{ image: a, title: "x\ud800" }'))).toMatchObject({ ok: true });
    expect(told(labOf('{ image: a, "\udc00": 1 }'))).toEqual(['9:21 key.unknown']);
  });

  test('nothing in a lab reaches the terminal as a control sequence', () => {
    const text = labOf('{ box: a, "\x1b[31mred\u202e": 1 }');
    const shown = formatProblems(problemsIn(text), 'en', { color: false });
    expect(shown).toContain('no key "\\x1b[31mred\\u202e"');
    expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  });
});

test('what is merged in and is wrong here is told where it is merged', () => {
  const text = labOf('{ image: x, title: &t { fr: A } }');
  const merged = `${text}      - <<: { iamge: x }\n        image: y\n`;
  expect(told(merged)).toEqual(['10:13 key.unknown']);
});
