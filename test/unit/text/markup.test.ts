import { expect, test } from '@jest/globals';
import { markup } from '../../../src/text/markup';

test('texts are escaped, also within attributes, and markup is put in once', () => {
  const inner = markup`<b>${'<&>'}</b>`;
  expect(String(markup`<p title="${'"'}">${inner}</p>`)).toBe('<p title="&quot;"><b>&lt;&amp;&gt;</b></p>');
});

test('lists of markup follow one another, and what is not there leaves nothing', () => {
  const items = ['a', '<'].map((one) => markup`<li>${one}</li>`);
  expect(String(markup`<ul>${items}${undefined}</ul>${1.5}`)).toBe('<ul><li>a</li><li>&lt;</li></ul>1.5');
});
