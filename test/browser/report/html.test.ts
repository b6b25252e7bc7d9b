import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { html } from '../../../src/report/formats/html';
import { hostOf, nosyLab } from '../../support/hostile-host';
import { openBrowser, openPage, overflow, unfold } from '../../support/open-page';
import { reportOf, shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const long = `${'w'.repeat(300)} <img src="https://example.org/x.png" onerror="alert(1)"><script>alert(2)</script><style>*{display:none}</style>`;
const everyKind = reportOf(nosyLab, hostOf(long));
const one = (language: 'fr' | 'en'): string => html([shownIn(language, sample)], {});
const several = html([shownIn('fr', sample), shownIn('fr', everyKind)], {});

/** What axe finds that keeps people from reading a page. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: code }) => code).join('\n')}`);
}

describe.each([
  ['one lab in French', one('fr')],
  ['one lab in English', one('en')],
  ['several labs full of hostile text', several],
])('the page of %s', (_, page) => {
  test.each(['light', 'dark'] as const)('can be read by everybody, in %s colours', async (colorScheme) => {
    await using opened = await openPage(browser, page, { colorScheme });
    await unfold(opened.page);
    expect(await barriers(opened.page)).toEqual([]);
  });

  test('asks for nothing, runs nothing and breaks nothing', async () => {
    await using opened = await openPage(browser, page);
    await unfold(opened.page);
    expect(opened.requests).toEqual([]);
    expect(opened.complaints).toEqual([]);
    expect(await opened.page.evaluate('getComputedStyle(document.querySelector("h1")).fontSize')).not.toBe(
      '32px',
    );
  });

  test.each([
    ['in a window of 320 pixels', 320, '100%'],
    ['zoomed to 200 % in a window of 1280 pixels', 640, '100%'],
    ['with letters twice as large', 640, '200%'],
  ])('is not wider than its window: %s', async (_, width, fontSize) => {
    await using opened = await openPage(browser, page, { viewport: { width, height: 800 } });
    await opened.page.evaluate(`document.documentElement.style.fontSize = '${fontSize}'`);
    expect(await overflow(opened.page)).toBe(0);
    await unfold(opened.page);
    expect(await overflow(opened.page)).toBe(0);
  });
});

test('what the policy does not name is kept out: the tests above would see it', async () => {
  const spoilt = one('en').replace(
    '</main>',
    '<script>alert(1)</script><img src="https://example.org/x.png" alt=""></main>',
  );
  await using opened = await openPage(browser, spoilt);
  expect(opened.complaints.join('\n')).toMatch(/script[^]*Content Security Policy/);
  expect(opened.complaints.join('\n')).toMatch(/example\.org[^]*Content Security Policy/);
});

test('light and dark are two looks', async () => {
  const look = async (colorScheme: 'light' | 'dark'): Promise<unknown> => {
    await using opened = await openPage(browser, one('fr'), { colorScheme });
    return await opened.page.evaluate('getComputedStyle(document.body).backgroundColor');
  };
  expect(await look('light')).not.toBe(await look('dark'));
});

test('the keyboard reaches all that is folded away, and opens it', async () => {
  await using opened = await openPage(browser, one('fr'));
  const folded = await opened.page.locator('details').count();
  const reached = new Set<number>();
  for (let presses = 0; presses < 3 * folded + 10; presses += 1) {
    await opened.page.keyboard.press('Tab');
    const index = await opened.page.evaluate<number>(
      '[...document.querySelectorAll("details > summary")].indexOf(document.activeElement)',
    );
    if (index < 0 || reached.has(index)) continue;
    reached.add(index);
    await opened.page.keyboard.press('Enter');
  }
  expect(folded).toBeGreaterThan(5);
  expect(await opened.page.locator('details[open]').count()).toBe(folded);
});

test('a screen reader finds the regions, the lists and the outcomes', async () => {
  await using opened = await openPage(browser, one('en'));
  const tree = await opened.page.locator('body').ariaSnapshot();
  expect(tree).toContain('- main:');
  expect(tree).toContain('article "Run a Linux environment"');
  expect(tree).toContain('heading "Run a Linux environment" [level=1]');
  expect(tree).toContain('region "Do this next Run a Linux environment"');
  expect(tree).toMatch(/img "7\.77 out of 20, .* Incomplete mark\."/);
  expect(tree).toContain('container ubuntu (published ports) to do 0 / 2.16');
});

describe('on paper', () => {
  const pagesOf = (pdf: Buffer): readonly string[] =>
    [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) => box.trim());

  test('it is of A4, on few pages, and each lab begins a page', async () => {
    const print = async (page: string): Promise<Buffer> => {
      await using opened = await openPage(browser, page);
      return await opened.page.pdf({ preferCSSPageSize: true });
    };
    const [single, both] = [
      pagesOf(await print(one('fr'))),
      pagesOf(await print(html([shownIn('fr', sample), shownIn('fr', sample)], {}))),
    ];
    // 210 by 297 mm in points of 1/72 inch.
    expect(new Set(single.map((box) => box.split(' ').map((value) => Math.round(Number(value)))))).toEqual(
      new Set(single.map(() => [0, 0, 595, 842])),
    );
    expect(single.length).toBeGreaterThanOrEqual(1);
    expect(single.length).toBeLessThanOrEqual(3);
    // The list of labs takes the room of the first page of the first lab, and none of the second.
    expect(both.length).toBeGreaterThanOrEqual(2 * single.length);
  });

  test('the marks, the steps and what was unfolded are there; it is light, and nothing is cut off', async () => {
    await using opened = await openPage(browser, one('fr'), { colorScheme: 'dark' });
    const { page } = opened;
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(31, 35, 40)');
    expect(await page.locator('.more').first().isVisible()).toBe(false);
    await unfold(page);
    expect(await page.locator('.more').first().isVisible()).toBe(true);
    await page.setViewportSize({ width: 680, height: 1000 });
    expect(await overflow(page)).toBe(0);
  });
});
