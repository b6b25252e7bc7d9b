import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { draft, type DraftFlags } from '../../../../src/cli/commands/draft';
import type { Language } from '../../../../src/text/language';

async function run(flags: Partial<DraftFlags>, language: Language = 'en') {
  const said = { out: '', err: '' };
  const code = await draft(
    { container: [], image: [], ...flags },
    {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text.replace(/\n/g, ' ')),
      env: {},
      cwd: '/',
      language,
      color: false,
      columns: 80,
      isTty: false,
    },
  );
  return { code, ...said };
}

test('whoever names nothing is told what to name', async () => {
  expect(await run({})).toEqual({
    code: 2,
    out: '',
    err: 'Nothing to draft: name what students have to end up with, for instance vigie draft --container ubuntu --image ubuntu. ',
  });
});

test.each<[string, Partial<DraftFlags>, RegExp]>([
  ['an empty name', { container: [''] }, /^Un nom est vide/],
  ['an id that no lab can have', { image: ['ubuntu'], id: 'a b' }, /^« a b » ne peut pas être l’identifiant/],
  ['more than a lab can hold', { image: 'abcdefghi'.split('') }, /^Trop de noms/],
])('%s is refused before the host is asked', async (_what, flags, says) => {
  const { code, out, err } = await run(flags, 'fr');
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(says) });
});

test('without an engine it is said as grading says it, and nothing is printed', async () => {
  const socket = join(__dirname, 'no.sock');
  const { code, out, err } = await run({ container: ['ubuntu'], host: `unix://${socket}` });
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain('no.sock');
});
