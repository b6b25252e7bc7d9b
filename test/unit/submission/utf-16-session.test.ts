import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSubmission } from '../../../src/action/find-submission';
import { words } from '../../../src/action/words';
import { readSubmission } from '../../../src/submission/read-submission';

const folder = mkdtempSync(join(tmpdir(), 'vigie-utf16-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), `\ufeff${text}`, 'utf16le');
  return join(folder, name);
};

test.each(['work.session', 'work.txt'])('a session that PowerShell wrote (%s) is one', (name) => {
  const read = readSubmission(put(name, '$ docker run -dit ubuntu\r\n'), 'en');
  expect(read.ok && read.value.session.items).toMatchObject([{ text: 'docker run -dit ubuntu' }]);
});

test('a script in UTF-16 is not taken for one that a shell could run', () => {
  expect(readSubmission(put('work', '#!/bin/sh\n'), 'en')).toMatchObject({
    ok: false,
    error: { code: 'submission.unknown-kind' },
  });
});

test.each([
  ['{"vigie": "evidence", "version": 1}', 'evidence'],
  ['{"vigie": "report", "version": 1}', 'report'],
  ['$ docker ps\n', 'replay'],
])('the action tells what %j is in UTF-16', (text, kind) => {
  const submission = put('submission', text);
  expect(findSubmission({ submission }, words.en)).toEqual({
    ok: true,
    value: { kind, path: submission },
  });
});
