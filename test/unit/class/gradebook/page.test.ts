import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { htmlGradebook } from '../../../../src/class/gradebook/formats/html/page';
import { script, scriptHash } from '../../../../src/class/gradebook/formats/html/script';
import { style, styleHash } from '../../../../src/class/gradebook/formats/html/style';
import { gradebookOf, marked, resultOf } from '../../../support/class-builder';

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('the policy of the page knows its script and its sheet, as they stand in it', () => {
  expect([scriptHash, styleHash]).toEqual([hashOf(script), hashOf(style.toString())]);
  const page = htmlGradebook(gradebookOf([]));
  expect(page).toContain(`<script>${script}</script>`);
  expect(page).toContain(`<style>${style.toString()}</style>`);
});

test('the picture of the marks is told in words', () => {
  const page = htmlGradebook(
    gradebookOf([2, 2, 9].map((mark, at) => resultOf(`s${at}`, [marked('one', mark)]))),
  );
  expect(page).toContain('2–3 : 2 ; 3–4 : 0');
  expect(page).toContain('9–10 : 1</desc>');
});

test('without a script the first students are there, and where the others are', () => {
  const page = htmlGradebook(
    gradebookOf(Array.from({ length: 60 }, (_, at) => resultOf(`s${100 + at}`, [marked('one', 5)]))),
  );
  const table = page.slice(page.indexOf('<table id="table">'), page.indexOf('</table>'));
  expect(table.match(/<tr>/g)).toHaveLength(51);
  expect(page).toContain('only the first 50 of 60 students');
});
