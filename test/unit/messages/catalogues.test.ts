import { expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { sampleArgs } from '../../../scripts/generate/sample-args';
import { toldBy, type Told } from '../../../scripts/generate/told';

const samples = sampleArgs(resolve(__dirname, '../../..'));
/** Every code with every sample of its arguments, told in both languages. */
const told = Object.entries(samples).flatMap(([source, codes]) =>
  Object.entries(codes).flatMap(([code, variants]) =>
    variants.map((args) => toldBy(source as keyof typeof samples, code, args)),
  ),
);
const partsOf = ({ says, hint }: Told['fr']): readonly string[] => [
  says,
  ...(hint === undefined ? [] : [hint]),
];
/** What a sample put there is not the catalogue's. */
const withoutSamples = (text: string): string => text.replace(/‹[^›]*›/g, 'x');

/** `code: text` of each text that breaks a rule; `~` is a space that does not break. */
const breaking = (rule: RegExp, language: 'fr' | 'en' = 'fr', clean = withoutSamples): string[] => [
  ...new Set(
    told.flatMap(({ code, [language]: text }) =>
      partsOf(text)
        .filter((part) => rule.test(clean(part)))
        .map((part) => `${code}: ${part.replace(/[\u00a0\u202f]/g, '~')}`),
    ),
  ),
];

test('each code is told with all that its arguments can be', () => {
  expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(250);
  expect(told.length).toBeGreaterThan(2 * new Set(told.map(({ code }) => code)).size);
});

test('no text is empty', () => {
  const empty = told.filter(({ fr, en }) =>
    [...partsOf(fr), ...partsOf(en)].some((part) => part.trim() === ''),
  );
  expect(empty).toEqual([]);
});

test('a text is not the same in both languages, unless it only repeats what somebody wrote', () => {
  const same = told.filter(({ fr, en }) => fr.says === en.says && withoutSamples(fr.says) !== 'x');
  expect(same).toEqual([]);
});

test('a hint, and a command, is there in both languages or in none', () => {
  const uneven = told.filter(({ fr, en }) => Object.keys(fr).join() !== Object.keys(en).join());
  expect(uneven).toEqual([]);
});

test.each(['fr', 'en'] as const)('no text lets through what is no text (%s)', (language) => {
  expect(breaking(/undefined|\[object|\bNaN\b|=>/, language)).toEqual([]);
});

test.each(['fr', 'en'] as const)('no text has two spaces in a row, or one at an end (%s)', (language) => {
  expect(breaking(/^\s|\s$|\s\s/, language)).toEqual([]);
});

test('French apostrophes are typographic', () => {
  expect(breaking(/'/)).toEqual([]);
});

test('French quotation marks are guillemets with no-break spaces inside', () => {
  // Config.Labels["com.example.a"] is code.
  expect(breaking(/(?<!\[)"(?!\])|«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»/)).toEqual([]);
});

test('a French colon, semicolon, question or exclamation mark has a no-break space before it', () => {
  /** Keys of YAML that a text names have their colon right behind them; what apt asks is quoted as it stands there. */
  const withoutYaml = (text: string): string =>
    withoutSamples(text).replace(
      /(?:Do you want to continue\?|(?:<<|x(?=:(?:\u00a0»| ma réponse))|\b(?:all|any|clé|digests|exists|not|sha256|vigie)):)/g,
      'x',
    );
  expect(breaking(/(?<![\u00a0\u202f])[:;?!](?=\s|$)/, 'fr', withoutYaml)).toEqual([]);
});

/** Words that end like a plural and are none; `s` is the second. */
const notPlural =
  'is|as|was|has|does|this|its|s|ms|process|fois|mais|dans|sous|pas|plus|puis|sans|moins|processus';

test('English counts one thing as one', () => {
  expect(breaking(new RegExp(`(?<![\\w.,:/-]|port )1 (?!(?:${notPlural})\\b)[a-z]+s\\b`), 'en')).toEqual([]);
});

test('French counts none and one as one', () => {
  expect(
    breaking(new RegExp(`(?<![\\w.,:/-])[01] (?!(?:${notPlural})(?![a-zà-ÿ]))[a-zà-ÿ]+[sx](?![a-zà-ÿ])`)),
  ).toEqual([]);
});

test('several things are several', () => {
  expect(
    breaking(/(?<![\w.,:/-])[23] (?:container|point|time|check|file|line|process|image|event)\b/, 'en'),
  ).toEqual([]);
  expect(
    breaking(
      /(?<![\w.,:/-])[23] (?:conteneur|point|vérification|fichier|ligne|image|événement|octet)(?![a-zà-ÿ])/,
    ),
  ).toEqual([]);
});
