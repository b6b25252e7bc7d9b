import { expect, test } from '@jest/globals';
import { plainTitle, prose } from '../../../../../src/report/formats/html/prose';

test.each([
  [
    'what is between backticks is code',
    'L’image `ubuntu:latest`, ici',
    'L’image <code>ubuntu:latest</code>, ici',
  ],
  ['a lone backtick stays', 'a ` b', 'a ` b'],
  ['markup is text, in code too', '<i> `<b>`', '&lt;i&gt; <code>&lt;b&gt;</code>'],
  [
    'French signs stay with their word',
    'Vu : « web » ; bien !',
    'Vu\u00a0: «\u00a0web\u00a0»\u00a0; bien\u00a0!',
  ],
])('%s', (_, text, code) => {
  expect(String(prose(text, 'fr'))).toBe(code);
});

test('English needs no such blanks', () => {
  expect(String(prose('Seen : "x"', 'en'))).toBe('Seen : &quot;x&quot;');
});

test('a title of the window has no backticks', () => {
  expect(plainTitle('Run `ubuntu`, `-it`')).toBe('Run ubuntu, -it');
});
