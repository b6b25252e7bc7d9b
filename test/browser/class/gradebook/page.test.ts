import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { madeClass } from '../../../../scripts/bench/made-class';
import { htmlGradebook } from '../../../../src/class/gradebook/formats/html/page';
import { checkOf, gradebookOf, marked, reportWith, resultOf } from '../../../support/class-builder';
import { openBrowser, openPage, overflow, unfold } from '../../../support/open-page';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const long = `${'w'.repeat(300)} <img src="https://example.org/x.png" onerror="alert(1)"></script><script>alert(2)</script>`;
const said = { message: { code: 'check.wrong', args: {}, text: long } };
const hostile = htmlGradebook(
  gradebookOf(
    ['a', 'b', 'c'].map((id) =>
      resultOf(
        id,
        [
          reportWith('one', [
            checkOf('t.1', 'failed', said),
            checkOf('t.2', id === 'a' ? 'error' : 'passed', said),
          ]),
        ],
        {
          student: { id, name: long, section: long },
        },
      ),
    ),
    { earlier: { students: [{ id: 'z', name: long, labs: [] }] } },
    [{ file: `${long}.json`, code: 'result.not-json', detail: long }],
  ),
);
const made = [...madeClass(430)];
const classOf = (language: 'fr' | 'en'): string =>
  htmlGradebook(gradebookOf(made, { language, earlier: { students: [{ id: 'z', name: 'Zoé', labs: [] }] } }));
const large = (): string => htmlGradebook(gradebookOf([...many()], { language: 'fr' }));

function* many() {
  for (let index = 0; index < 10_000; index++) {
    const id = `s${String(index).padStart(5, '0')}`;
    const student = { id, name: index === 7_777 ? 'Lefèvre Chloé' : `Martin ${index}` };
    yield resultOf(id, [marked('one', index % 11)], { student });
  }
}

async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: code }) => code).join('\n')}`);
}

describe.each([
  ['a class in French', classOf('fr')],
  ['a class in English', classOf('en')],
  ['a class full of hostile text', hostile],
])('the gradebook of %s', (_, page) => {
  test.each(['light', 'dark'] as const)('can be read by everybody, in %s colours', async (colorScheme) => {
    await using opened = await openPage(browser, page, { colorScheme });
    await unfold(opened.page);
    expect(await barriers(opened.page)).toEqual([]);
  });

  test('asks for nothing and breaks nothing', async () => {
    await using opened = await openPage(browser, page);
    await opened.page.locator('#table thead button').first().click();
    expect(opened.requests).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  test.each([
    ['in a window of 320 pixels', 320, '100%'],
    ['with letters twice as large', 640, '200%'],
  ])('is not wider than its window: %s', async (__, width, fontSize) => {
    await using opened = await openPage(browser, page, { viewport: { width, height: 800 } });
    await opened.page.evaluate(`document.documentElement.style.fontSize = '${fontSize}'`);
    await unfold(opened.page);
    expect(await overflow(opened.page)).toBe(0);
  });

  test('shows without a script what it shows with it, but for turning pages', async () => {
    await using still = await openPage(browser, page, { javaScriptEnabled: false });
    await using lively = await openPage(browser, page);
    expect(await still.page.locator('#table tbody').innerText()).toBe(
      await lively.page.locator('#table tbody').innerText(),
    );
    expect(await still.page.locator('#controls').isVisible()).toBe(false);
    expect(await lively.page.locator('#controls').isVisible()).toBe(true);
  });
});

describe('ten thousand students', () => {
  const page = large();
  const names = (opened: Page): Promise<string[]> => opened.locator('#table tbody th').allInnerTexts();

  test('are searched whatever the accents, filtered, sorted and paged', async () => {
    await using opened = await openPage(browser, page);
    const [search, status] = [opened.page.locator('#search'), opened.page.locator('#status')];
    expect(await status.innerText()).toBe('10000 étudiants, page 1 / 200');
    await search.fill('lefevre CHLOE');
    expect(await names(opened.page)).toEqual(['Lefèvre Chloé s07777']);
    await search.fill('');
    await opened.page.locator('#filter').selectOption('below');
    expect(await status.innerText()).toBe('4546 étudiants, page 1 / 91');
    await opened.page.locator('#filter').selectOption('');
    await opened.page.getByRole('button', { name: 'Suivants' }).click();
    expect(await status.innerText()).toBe('10000 étudiants, page 2 / 200');
    expect((await names(opened.page))[0]).toBe('Martin 50 s00050');
  });

  test('are sorted by numbers as numbers, by the keyboard, and told so', async () => {
    await using opened = await openPage(browser, page);
    const head = opened.page.getByRole('columnheader', { name: 'Total' });
    const marks = (): Promise<string[]> => opened.page.locator('#table tbody td.total').allInnerTexts();
    await head.getByRole('button').focus();
    await opened.page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(new Set(await marks())).toEqual(new Set(['10 / 10']));
    await opened.page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(new Set(await marks())).toEqual(new Set(['0 / 10']));
    expect((await names(opened.page)).slice(0, 2)).toEqual(['Martin 0 s00000', 'Martin 11 s00011']);
    await opened.page.getByRole('columnheader', { name: 'Étudiant' }).getByRole('button').click();
    expect(await opened.page.locator('[aria-sort]').count()).toBe(1);
    expect((await names(opened.page)).slice(0, 2)).toEqual(['Lefèvre Chloé s07777', 'Martin 0 s00000']);
  });

  test('are never all in the page at once', async () => {
    await using opened = await openPage(browser, page);
    expect(await opened.page.locator('#table tbody tr').count()).toBe(50);
    expect(await opened.page.evaluate<number>('document.querySelectorAll("*").length')).toBeLessThan(1500);
  });
});

test('who has no mark comes last, whichever way marks are sorted', async () => {
  await using opened = await openPage(browser, classOf('en'));
  const lastMark = async (): Promise<string> => {
    for (let page = 0; page < 8; page++)
      await opened.page.evaluate('document.getElementById("next").click()');
    return await opened.page.locator('#table tbody tr').last().locator('td').last().innerText();
  };
  const button = opened.page.getByRole('columnheader', { name: 'Total' }).getByRole('button');
  await button.click();
  expect(await lastMark()).toBe('incomplete');
  await button.click();
  expect(await lastMark()).toBe('incomplete');
});
