import { describe, expect, test } from '@jest/globals';
import type { FileFact } from '../../../../src/evidence/facts';
import { kinds } from '../../../../src/checks/registry';
import type { Json } from '../../../../src/text/json';
import { anyLab, checkOf, found, judged, theContainer, ubuntu } from '../../../support/evidence';

const path = '/etc/nginx/nginx.conf';
const plain: FileFact = {
  type: 'file',
  mode: 0o644,
  size: 12,
  uid: 33,
  gid: 0,
  content: 'user nginx;\n',
};
const passwd: FileFact = {
  type: 'file',
  mode: 0o644,
  size: 1,
  content: 'root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33::/:\n',
};

function judge(keys: Record<string, Json>, file: FileFact | null = plain, inspect = ubuntu()) {
  return judged(checkOf('file', path, { in: 'ubuntu', ...keys }), [
    ...theContainer(inspect),
    found({ fact: 'file', container: 'ubuntu', path }, file),
    found({ fact: 'file', container: 'ubuntu', path: '/etc/passwd' }, passwd),
  ]);
}
const outcome = (...args: Parameters<typeof judge>) => judge(...args).verdict.outcome;
const code = (...args: Parameters<typeof judge>) => judge(...args).verdict.message?.code;

describe('a file check', () => {
  test('passes when the file is there, in a stopped container too', () => {
    expect(outcome({})).toBe('passed');
    const stopped = ubuntu({ State: { Status: 'exited', Running: false, ExitCode: 0 } });
    expect(outcome({}, plain, stopped)).toBe('passed');
  });

  test.each<[Record<string, Json>]>([
    [{ type: 'file' }],
    [{ mode: '0644' }],
    [{ mode: 'rw-r--r--' }],
    [{ executable: false }],
    [{ owner: 'www-data' }],
    [{ group: 'root' }],
    [{ uid: 33, gid: 0 }],
    [{ size: { lte: '1k' } }],
    [{ content: 'user nginx;' }],
    [{ content: ['nginx'] }],
    [{ content: '/^user\\s/' }],
    [{ 'link-target': { exists: false } }],
  ])('compares %j as what it is', (keys) => {
    expect(outcome(keys)).toBe('passed');
  });

  test('tells a file that is not there, and is content when it must not be there', () => {
    const { verdict, cause } = judge({}, null);
    expect(verdict).toMatchObject({ outcome: 'failed', message: { code: 'file.absent' } });
    expect(cause).toBe(`file/ubuntu${path}`);
    expect(outcome({ exists: false }, null)).toBe('passed');
    expect(outcome({ exists: false })).toBe('failed');
  });

  test('does not take an absent container for an absent file', () => {
    const check = checkOf('file', path, { in: 'ubuntu', exists: false });
    const { verdict, cause } = judged(check, theContainer(null));
    expect(verdict.outcome).toBe('failed');
    expect(verdict.message?.code).toMatch(/^container\./);
    expect(cause).toBe('container/ubuntu');
  });

  test.each<[string, Record<string, Json>, Partial<FileFact>]>([
    ['file.dangling', { content: 'x' }, { type: 'symlink', target: '/no/where' }],
    ['file.is-directory', { content: 'x' }, { type: 'directory' }],
    ['file.is-directory', { type: 'file' }, { type: 'directory' }],
    ['file.is-file', { type: 'directory' }, {}],
    ['file.empty', { content: 'x' }, { size: 0, content: '' }],
    ['file.binary', { content: 'x' }, { binary: true, content: '' }],
    ['file.windows-lines', { content: 'a\nb' }, { content: 'a\r\nb\r\n' }],
    ['file.not-executable', { executable: true }, {}],
    ['file.other-mode', { mode: '0600' }, {}],
    ['file.other-owner', { owner: 'root' }, {}],
    ['check.differs', { content: 'something else' }, {}],
    ['check.differs', { content: 'a b' }, { content: 'a\r\nb\r\n' }],
  ])('says %s', (expected, keys, change) => {
    const base = { ...plain, ...change };
    expect(code(keys, base)).toBe(expected);
  });

  test('asks for owner and content only where a check looks at them', () => {
    const needs = (keys: Record<string, Json>) =>
      kinds['file']
        ?.needs({ check: checkOf('file', path, { in: 'ubuntu', ...keys }), lab: anyLab })
        .filter(({ fact }) => fact === 'file');
    const own = { fact: 'file', container: 'ubuntu', path };
    expect(needs({ mode: '0644' })).toEqual([own]);
    expect(needs({ content: 'x' })).toEqual([{ ...own, content: true }]);
    expect(needs({ owner: 'root' })).toEqual([
      { ...own, owner: true },
      { ...own, path: '/etc/passwd', content: true },
    ]);
  });
});
