import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { planNewLab } from '../../../scripts/new-lab/plan-new-lab';
import { kinds } from '../../../src/checks/registry';
import { texts } from '../../../src/messages/en';
import { loadLab } from '../../../src/spec/load-lab';
import { readSessions } from '../../../src/verify/sessions/session-files';

const planned = planNewLab('10-web', () => false);
const files = typeof planned === 'string' ? [] : planned;

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

test('what is there is never written over', () => {
  expect(planNewLab('03-nginx', (path) => path === 'labs/03-nginx')).toBe('labs/03-nginx is there already.');
});

test.each(['', '../x', 'a b', '-x', 'é', 'a/b'])('"%s" is no name for a lab', (name) => {
  expect(typeof planNewLab(name, () => false)).toBe('string');
});
