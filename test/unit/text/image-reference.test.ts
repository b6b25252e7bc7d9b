import { describe, expect, test } from '@jest/globals';
import {
  canonical,
  familiar,
  isImageId,
  parseReference,
  sameImageName,
  sameReference,
  sameRepository,
  type ImageReference,
} from '../../../src/text/image-reference';

const HEX = 'a'.repeat(64);
const OTHER_HEX = 'b'.repeat(64);

function reference(text: string): ImageReference {
  const parsed = parseReference(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.code}`);
  return parsed.value;
}

describe('parseReference', () => {
  test.each<[string, ImageReference]>([
    ['ubuntu', { domain: 'docker.io', path: 'library/ubuntu' }],
    ['ubuntu:22.04', { domain: 'docker.io', path: 'library/ubuntu', tag: '22.04' }],
    ['ubuntu:Latest', { domain: 'docker.io', path: 'library/ubuntu', tag: 'Latest' }],
    ['docker.io/ubuntu', { domain: 'docker.io', path: 'library/ubuntu' }],
    ['docker.io/library/ubuntu', { domain: 'docker.io', path: 'library/ubuntu' }],
    ['index.docker.io/library/ubuntu', { domain: 'docker.io', path: 'library/ubuntu' }],
    ['someone/tool', { domain: 'docker.io', path: 'someone/tool' }],
    ['localhost/x', { domain: 'localhost', path: 'x' }],
    ['localhost:5000', { domain: 'docker.io', path: 'library/localhost', tag: '5000' }],
    ['[::1]:5000/a', { domain: '[::1]:5000', path: 'a' }],
    ['Registry/x', { domain: 'Registry', path: 'x' }],
    [`ubuntu@sha256:${HEX}`, { domain: 'docker.io', path: 'library/ubuntu', digest: `sha256:${HEX}` }],
    [
      `localhost:5000/a/b:tag@sha256:${HEX}`,
      { domain: 'localhost:5000', path: 'a/b', tag: 'tag', digest: `sha256:${HEX}` },
    ],
    ['a__b/c-d--e.f', { domain: 'docker.io', path: 'a__b/c-d--e.f' }],
  ])('reads %s', (text, expected) => {
    expect(parseReference(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'reference-empty', ''],
    [HEX, 'reference-is-id', HEX],
    [`sha256:${HEX}`, 'reference-is-id', `sha256:${HEX}`],
    ['Ubuntu', 'reference-upper-case', 'Ubuntu'],
    ['docker.io/library/Ubuntu:latest', 'reference-upper-case', 'library/Ubuntu'],
    ['ubuntu ', 'reference-path', 'ubuntu '],
    ['a___b', 'reference-path', 'a___b'],
    ['a//b', 'reference-path', 'a//b'],
    ['a:x/b', 'reference-domain', 'a:x'],
    ['-x.io/a', 'reference-domain', '-x.io'],
    ['ubuntu:', 'reference-tag', ''],
    ['ubuntu:.x', 'reference-tag', '.x'],
    ['ubuntu@sha256:abc', 'reference-digest', 'sha256:abc'],
    ['ubuntu@', 'reference-digest', ''],
    [`b/${'a'.repeat(254)}`, 'reference-too-long', `b/${'a'.repeat(77)}…`],
  ])('refuses %j', (text, code, part) => {
    expect(parseReference(text)).toEqual({ ok: false, error: { code, part } });
  });
});

describe('spelling', () => {
  test.each([
    ['ubuntu', 'docker.io/library/ubuntu:latest', 'ubuntu:latest'],
    ['index.docker.io/library/ubuntu:22.04', 'docker.io/library/ubuntu:22.04', 'ubuntu:22.04'],
    ['someone/tool', 'docker.io/someone/tool:latest', 'someone/tool:latest'],
    ['localhost:5000/a', 'localhost:5000/a:latest', 'localhost:5000/a:latest'],
    ['docker.io/library/a/b', 'docker.io/library/a/b:latest', 'library/a/b:latest'],
    ['docker.io/localhost/x', 'docker.io/localhost/x:latest', 'docker.io/localhost/x:latest'],
    [`ubuntu@sha256:${HEX}`, `docker.io/library/ubuntu@sha256:${HEX}`, `ubuntu@sha256:${HEX}`],
  ])('%s is written in full and in short', (text, full, short) => {
    expect([canonical(reference(text)), familiar(reference(text))]).toEqual([full, short]);
  });
});

describe('comparing', () => {
  test.each([
    ['ubuntu', 'docker.io/library/ubuntu:latest', true, true, true],
    ['ubuntu', 'ubuntu:22.04', true, false, false],
    ['ubuntu', 'localhost:5000/ubuntu', false, false, false],
    ['ubuntu', 'someone/ubuntu', false, false, false],
    [`ubuntu:latest@sha256:${HEX}`, 'ubuntu', true, true, false],
    [`ubuntu@sha256:${HEX}`, 'ubuntu', true, false, false],
    [`ubuntu:1@sha256:${HEX}`, `ubuntu:2@sha256:${HEX}`, true, false, true],
    [`ubuntu@sha256:${HEX}`, `ubuntu@sha256:${OTHER_HEX}`, true, true, false],
  ])('%s and %s', (a, b, repository, name, whole) => {
    const [left, right] = [reference(a), reference(b)];
    expect([sameRepository(left, right), sameImageName(left, right), sameReference(left, right)]).toEqual([
      repository,
      name,
      whole,
    ]);
  });

  test('a full ID is told from a name', () => {
    expect([HEX, `sha256:${HEX}`, HEX.slice(1), HEX.toUpperCase(), 'ubuntu'].map(isImageId)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
