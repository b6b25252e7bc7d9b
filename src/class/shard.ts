import { createHash } from 'node:crypto';

/** One of `of` parts of a class; both count from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** `2/8`; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, index = '', of = ''] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  return index !== '' && Number(index) <= Number(of) ? { index: Number(index), of: Number(of) } : undefined;
}

/** Whether a student belongs to a shard. By a hash of the id: who is added or removed moves nobody else. */
export function isInShard(id: string, { index, of }: Shard): boolean {
  return createHash('sha256').update(id).digest().readUIntBE(0, 6) % of === index - 1;
}
