import { expect, test } from '@jest/globals';
import { percent, scorePicture } from '../../../../../src/report/formats/html/score-picture';
import { shownIn } from '../../../../support/report-builder';
import { sample } from '../../../../support/sample-report';

test.each([
  [5, 20, 25],
  [1, 3, 33.33],
  [21, 20, 100],
  [-1, 20, 0],
  [1, 0, 0],
])('%d of %d is %d per cent of the line', (part, whole, width) => {
  expect(percent(part, whole)).toBe(width);
});

test('who does not see it is told the same', () => {
  const picture = (language: 'fr' | 'en') => String(scorePicture(shownIn(language, sample), 'p'));
  expect(picture('fr')).toContain(
    '<title id="p">7,77 sur 20, 1,62 en suspens\u00a0; seuil 10. Note incomplète.</title>',
  );
  expect(picture('en')).toContain(
    '<title id="p">7.77 out of 20, 1.62 undecided; pass mark 10. Incomplete mark.</title>',
  );
});

test.each([
  [0, 'start', ['20']],
  [10, 'middle', ['0', '20']],
  [20, 'end', ['0']],
])('a pass mark of %d has room for its words', (pass, anchor, ends) => {
  const shown = shownIn('en', sample);
  const picture = String(scorePicture({ ...shown, lab: { ...shown.lab, pass } }, 'p'));
  expect(picture).toMatch(new RegExp(`text-anchor="${anchor}">pass mark ${pass}<`));
  expect([...picture.matchAll(/<text x="(?:0|100)%"[^>]*>(\d+)</g)].map(([, text]) => text)).toEqual(ends);
});
