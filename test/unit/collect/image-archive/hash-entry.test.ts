import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { hashEntry } from '../../../../src/collect/image-archive/hash-entry';

const MiB = 1024 * 1024;
const sha = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

async function* chunksOf(data: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < data.length; at += size) yield await Promise.resolve(data.subarray(at, at + size));
}

test('the bytes of a big file are not kept', async () => {
  const data = Buffer.alloc(5 * MiB, 'x');
  expect(await hashEntry(chunksOf(data), data.length, MiB)).toEqual({
    raw: sha(data),
    unpacked: sha(data),
    text: undefined,
  });
});

test('a file that unpacks to more than the cap is given up, however small it is packed', async () => {
  const bomb = gzipSync(Buffer.alloc(8 * MiB));
  const hashed = await hashEntry(chunksOf(bomb), bomb.length, MiB);
  expect(hashed).toMatchObject({ raw: sha(bomb), unpacked: undefined });
  expect(await hashEntry(chunksOf(bomb), bomb.length, 9 * MiB)).toMatchObject({
    unpacked: sha(Buffer.alloc(8 * MiB)),
  });
});

test('an empty file has the hash of nothing', async () => {
  const nothing = Buffer.alloc(0);
  expect(await hashEntry(chunksOf(nothing), 0, MiB)).toEqual({
    raw: sha(nothing),
    unpacked: sha(nothing),
    text: '',
  });
});
