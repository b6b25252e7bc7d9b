import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { planNewCheck } from '../../../scripts/new-check/plan-new-check';

const root = resolve(__dirname, '../../..');
const read = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

test('a new kind has its file, codes, texts and test, and stands in every registry', () => {
  const planned = planNewCheck('gadget', read);
  if (!planned.ok) throw new Error(planned.error.join(' '));
  const texts = Object.fromEntries(planned.value.map(({ path, text }) => [path, text]));
  expect(Object.keys(texts).filter((path) => read(path) === undefined)).toEqual([
    'src/checks/kinds/gadget.ts',
    'src/messages/codes/gadget.ts',
    'test/unit/checks/kinds/gadget.test.ts',
    'src/messages/fr/gadget.ts',
    'src/messages/en/gadget.ts',
  ]);
  expect(addedTo('src/checks/registry.ts')).toEqual([
    "import { gadgetKind } from './kinds/gadget';",
    '  gadget: gadgetKind,',
  ]);
  expect(addedTo('src/messages/message.ts')).toEqual([
    "import type { GadgetMessages } from './codes/gadget';",
    '    GadgetMessages,',
  ]);
  for (const language of ['fr', 'en'])
    expect(addedTo(`src/messages/${language}/index.ts`)).toEqual([
      "import { gadgetTexts } from './gadget';",
      '    ...gadgetTexts,',
    ]);

  function addedTo(path: string): readonly string[] {
    const before = new Set(read(path)?.split('\n'));
    return (texts[path] ?? '').split('\n').filter((line) => !before.has(line));
  }
});

test.each(['container', 'port', 'Gadget', 'a-b', '../x', ''])('"%s" is no name for a new kind', (name) => {
  expect(planNewCheck(name, read).ok).toBe(false);
});
