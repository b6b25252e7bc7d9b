import { describe, expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { ShownReports } from '../../../src/report/formats/format';
import { badge } from '../../../src/report/formats/badge';
import { html } from '../../../src/report/formats/html';
import type { ShownReport } from '../../../src/report/shown/shown-report';
import type { Language } from '../../../src/text/language';
import { escapeTerminal } from '../../../src/text/terminal';
import { hostOf, nosyLab } from '../../support/hostile-host';
import { hostileText } from '../../support/hostile-text';
import { attribute, readHtml, textIn } from '../../support/readers/html';
import { reportOf, shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const languages = fc.constantFrom('fr', 'en');

/** What does something in a page: ends what it stands in, begins what runs or loads, or is read as something else. */
const markupPieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</title></style></svg></textarea>',
  '</p></li></ul></details></main></body>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<?xml?>',
  '" onload="alert(1)',
  "' autofocus onfocus='alert(1)",
  '&lt;b&gt;',
  '&#0;',
  '&nbsp',
  '`code',
  '`<b>`',
  'javascript:alert(1)',
  '#lab-1',
  '\uffff',
  '\ufdd0',
];
const evil = fc
  .array(fc.oneof(fc.constantFrom(...markupPieces), hostileText), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));

/** The fields of a report that are chosen from a list, or computed. */
const fixed = ['vigie', 'language', 'outcome', 'takenAt', 'sameAs', 'id', 'code', 'flavour'];
/** A report in which every other text is `text`. */
const withText = (report: ShownReport, text: string): ShownReport =>
  JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value === 'string' && !fixed.includes(key) ? text : value,
  ) as ShownReport;

const skeleton = (page: string): readonly string[] =>
  readHtml(page)
    // What stands between backticks is shown as code; that it is nothing else is told below.
    .elements.filter(({ tagName }) => tagName !== 'code')
    .map(
      ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`,
    );

const tameIn = (language: Language) => skeleton(html([withText(shownIn(language, sample), 'tame')], {}));
const tame = { fr: tameIn('fr'), en: tameIn('en') };

const forbidden =
  /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;

describe('whatever a student writes', () => {
  test('the page has the same elements and attributes, and needs no repair', () => {
    fc.assert(
      fc.property(evil, languages, (text, language) => {
        const shown = shownIn(language, sample);
        const page = html([withText(shown, text)], {});
        expect(skeleton(page)).toEqual(tame[language]);
        expect(readHtml(page).errors).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('it is read in the page as it was written, with what cannot be seen made visible', () => {
    fc.assert(
      fc.property(evil, (text) => {
        const page = readHtml(html([withText(shownIn('en', sample), text)], {}));
        const facts = page.elements.filter(
          (one) => one.tagName === 'code' && one.parentNode?.nodeName === 'li',
        );
        const visible = escapeTerminal(text).replace(/\p{Noncharacter_Code_Point}/gu, (character) =>
          `\\u${(character.codePointAt(0) ?? 0).toString(16)}`.replace(/u(.{5,})/, 'u{$1}'),
        );
        expect(facts.length).toBeGreaterThan(3);
        for (const fact of facts) expect(textIn(fact)).toBe(visible.replace(/\u00a0/g, ' '));
      }),
      { numRuns: 30 },
    );
  });

  test('a host full of it gives a page that only shows, and hides or reorders nothing', () => {
    fc.assert(
      fc.property(evil, languages, (text, language) => {
        const page = html([shownIn(language, reportOf(nosyLab, hostOf(text)))], {});
        const { elements, errors } = readHtml(page);
        expect(errors).toEqual([]);
        expect(forbidden.exec(page)).toBeNull();
        const tags = [...new Set(elements.map(({ tagName }) => tagName))];
        expect(tags.filter((tag) => !ours.includes(tag))).toEqual([]);
        const classes = elements.flatMap((one) => attribute(one, 'class')?.split(' ') ?? []);
        expect(classes.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('the badge is well-formed, loads nothing and shows one line', () => {
    const shown = shownIn('fr', sample);
    fc.assert(
      fc.property(evil, fc.integer({ min: 1, max: 3 }), (text, count) => {
        const one = { ...shown, lab: { ...shown.lab, id: text } };
        const reports: ShownReports = [one, ...Array.from({ length: count - 1 }, () => one)];
        const svg = badge(reports, {});
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(forbidden.exec(svg)).toBeNull();
        expect([...svg.matchAll(/<([a-z]+)/gi)].map(([, tag]) => tag)).toEqual(
          'svg title clipPath rect g rect rect g text text'.split(' '),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const ours = (
  'html head meta title style body svg symbol circle path use main article header p time h1 h2 h3 h4 span b ' +
  'defs clippath clipPath pattern g rect line text section ul ol li div dl dt dd details summary code pre mark a footer nav'
).split(' ');

test('the page stays short, whatever was printed', () => {
  const endless = reportOf(nosyLab, hostOf('evil '.repeat(50_000)));
  expect(html([shownIn('en', endless)], {}).length).toBeLessThan(300_000);
});
