import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { style, styleHash } from '../../../../../src/report/formats/html/style';

test('the policy names the sheet as it is', () => {
  expect(styleHash).toBe(`sha256-${createHash('sha256').update(String(style)).digest('base64')}`);
});

test('the sheet loads nothing, and cannot end itself', () => {
  expect(String(style)).not.toMatch(/url\(|@import|@font-face|</);
});
