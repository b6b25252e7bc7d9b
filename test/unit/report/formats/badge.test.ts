import { expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { ShownReports } from '../../../../src/report/formats/format';
import { badge } from '../../../../src/report/formats/badge';
import type { ShownReport } from '../../../../src/report/shown/shown-report';
import { shownIn } from '../../../support/report-builder';
import { sample } from '../../../support/sample-report';

const shown = (changes: Partial<ShownReport>): ShownReport => ({
  ...shownIn('fr', sample),
  outcome: 'reached',
  points: 17,
  ...changes,
});

/** What a reader of pictures is told, and the texts in it. */
function read(...reports: ShownReports) {
  const svg = badge(reports, {});
  expect(XMLValidator.validate(svg)).toBe(true);
  const parsed = new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(svg);
  const texts = parsed.svg.g[1].text as readonly Readonly<Record<string, string>>[];
  return { title: parsed.svg.title['#text'] as string, texts: texts.map((text) => text['#text']), svg };
}

test.each<[string, ShownReports, string, readonly string[]]>([
  ['a mark', [shown({})], '02-ubuntu 17/20, seuil de réussite atteint', ['02-ubuntu', '17/20']],
  [
    'a mark in English, below',
    [shown({ language: 'en', points: 7.5, outcome: 'below' })],
    '02-ubuntu 7.5/20, pass mark not reached yet',
    ['02-ubuntu', '7.5/20'],
  ],
  [
    'an incomplete mark',
    [shown({ points: 7.77, outcome: 'incomplete' })],
    '02-ubuntu 7,77/20 ?, note incomplète',
    ['02-ubuntu', '7,77/20 ?'],
  ],
  [
    'several labs',
    [shown({}), shown({ points: 12.5 }), shown({ max: 10, points: 3, outcome: 'below' })],
    '3 TP 32,5/50, seuil de réussite pas encore atteint',
    ['3 TP', '32,5/50'],
  ],
])('%s is told in the picture and in its title', (_, reports, title, texts) => {
  expect(read(...reports)).toMatchObject({ title, texts });
});

test('each verdict has a colour of its own', () => {
  const outcomes = (['reached', 'below', 'incomplete'] as const).map((outcome) =>
    badge([shown({ outcome })], {}),
  );
  const fills = outcomes.map((svg) => /x="\d+" width="\d+" height="20" fill="(#\w+)"/.exec(svg)?.[1]);
  expect(new Set(fills).size).toBe(3);
});

test('it loads nothing', () => {
  expect(badge([shown({})], {}).replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|url\((?!#)|href|@/,
  );
});

test('a long name is cut', () => {
  const { lab } = shown({});
  const { svg, texts } = read(shown({ lab: { ...lab, id: 'a'.repeat(500) } }));
  expect(texts[0]?.length).toBeLessThanOrEqual(40);
  expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeLessThan(400);
});
