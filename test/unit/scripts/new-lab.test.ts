import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlannedFile } from '../../../scripts/new/run-new';
import { planNewLab } from '../../../scripts/new-lab/plan-new-lab';
import { suggestName } from '../../../scripts/new-lab/suggest-name';
import { kinds } from '../../../src/checks/registry';
import { texts } from '../../../src/messages/en';
import { loadLab } from '../../../src/spec/load-lab';
import { readSessions } from '../../../src/verify/sessions/session-files';

function filesOf(name: string): readonly PlannedFile[] {
  const planned = planNewLab(name, () => false);
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value;
}
const files = filesOf('10-web');

test('a new lab has its file, instructions in two languages, and sessions', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'labs/10-web/lab.yaml',
    'labs/10-web/README.md',
    'labs/10-web/README.en.md',
    'labs/10-web/sessions/reference.session',
    'labs/10-web/sessions/wrong/ports-swapped.session',
  ]);
});

test('it is sound as it is, and its wrong session declares checks and messages that there are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-new-lab-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const text = files[0]?.text ?? '';
    const lab = loadLab({ text, file: 'labs/10-web/lab.yaml', hash: 'sha256:0', kinds });
    if (!lab.ok) throw new Error(JSON.stringify(lab.error));
    expect(lab.value.id).toBe('10-web');
    const ids = lab.value.tasks.flatMap(({ checks }) => checks.map((check) => check.id));
    const sessions = readSessions(join(folder, 'labs/10-web/sessions'));
    if (!sessions.ok) throw new Error(sessions.error.join('\n'));
    const expected = sessions.value.flatMap((session) => session.expected.map((line) => line.split(' ')));
    expect(expected.map(([id]) => id)).toEqual(['container.2', 'page.1']);
    for (const [id = '', , code = 'http.timeout'] of expected) {
      expect(ids).toContain(id);
      expect(Object.keys(texts.messages)).toContain(code);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(['10', '1.5', '1e3', '0x1F', 'null', 'true', 'TP.2'])('a lab may be called %s', (name) => {
  const text = filesOf(name)[0]?.text ?? '';
  const lab = loadLab({ text, file: `labs/${name}/lab.yaml`, hash: 'sha256:0', kinds });
  expect(lab).toMatchObject({ ok: true, value: { id: name } });
});

test('what is there is never written over', () => {
  expect(planNewLab('03-nginx', (path) => path === 'labs/03-nginx')).toEqual({
    ok: false,
    error: { code: 'exists', folder: 'labs/03-nginx' },
  });
});

describe('what is no name for a lab is refused, with the nearest that is one', () => {
  test.each([
    ['../x', 'x'],
    ['labs/10-web/', '10-web'],
    ['a b', 'a-b'],
    ['-x', 'x'],
    ['Réseau', 'Reseau'],
    ['10-web.yaml', '10-web'],
    ['10-web.YML', '10-web'],
    ['a'.repeat(65), 'a'.repeat(64)],
    ['…', undefined],
    ['', undefined],
  ])('%s', (name, suggested) => {
    expect(planNewLab(name, () => false)).toEqual({
      ok: false,
      error: { code: 'bad-name', name, suggested },
    });
    expect(suggestName(name)).toBe(suggested);
  });
});
