import type { extract as Extract, Header } from 'tar-stream';
import type { Fact } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import type { BodyStream } from '../engine/engine';
import { limits, within } from '../limits';
import type { Looking } from '../looking';
import { invalid } from '../engine/door';
import { archiveCall, errorText, refusal, saysAbsent } from './find-path';

/** One file or folder of an archive; `content` is empty for all but plain files. */
export interface ArchiveEntry {
  readonly name: string;
  readonly type: Header['type'];
  readonly uid: number;
  readonly gid: number;
  readonly content: Buffer;
}
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** The archive went on after `maxBytes`; its last entry may be cut. */
  readonly truncated: boolean;
}

/** Headers and padding that an archive of one file has around the file. */
export const archiveOverhead = 8 * 1024;

/**
 * Reads a path as the archive that `docker cp` would get: works in stopped containers, runs nothing inside. The engine records an
 * event for it. At most `maxBytes` are read, the rest is not waited for. `null`: not there.
 */
export async function readArchive(
  containerId: string,
  path: string,
  maxBytes: number,
  looking: Looking,
): Promise<Fact<Archive | null>> {
  const call = archiveCall('GET', containerId, path, 'stream');
  await looking.eventsRead();
  const read = async (): Promise<Fact<Archive | null>> => {
    const limit = { ...within(limits.archive, looking.signal), maxBytes };
    const answer = await looking.engine.request(call, limit);
    if (!answer.ok) return { fault: answer.fault };
    if (answer.status !== 200) {
      const message = await errorText(answer.body);
      const isGone = answer.status === 404 && saysAbsent(containerId, path)(message);
      return isGone ? { value: null } : { fault: refusal(call, answer.status, message) };
    }
    const got = await readUpTo(answer.body);
    if ('fault' in got) return got;
    const archive = await unpack(got.bytes, got.truncated);
    return archive === undefined ? { fault: invalid(call, 'no tar, or a part of one') } : { value: archive };
  };
  return looking.memory.owning(containerId, 'archive-path', read, (lost) => ({ fault: lost }));
}

type Read = { readonly bytes: Buffer; readonly truncated: boolean } | { readonly fault: Fault };

async function readUpTo(body: BodyStream): Promise<Read> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const fault = body.fault();
  if (fault && fault.code !== 'too-large') return { fault };
  return { bytes: Buffer.concat(chunks), truncated: fault !== undefined };
}

/** Two empty blocks end every archive; without them its end is missing. */
const endMark = 1024;
const isWhole = (bytes: Buffer): boolean =>
  bytes.length > endMark && bytes.subarray(-endMark).every((byte) => byte === 0);

/**
 * The entries of an archive, the first of which is what was asked for. `cut`: we stopped reading, and its last entry may be cut. `undefined`: it is no
 * archive, or somebody else cut it.
 */
async function unpack(bytes: Buffer, cut: boolean): Promise<Archive | undefined> {
  if (!cut && !isWhole(bytes)) return undefined;
  const { entries, problem } = await entriesOf(bytes);
  return entries.length === 0 || (problem && !cut) ? undefined : { entries, truncated: cut };
}

function entriesOf(bytes: Buffer): Promise<{ readonly entries: ArchiveEntry[]; readonly problem: boolean }> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most labs read no file; it costs 15 ms
  const { extract } = require('tar-stream') as { extract: typeof Extract };
  return new Promise((resolve) => {
    const entries: ArchiveEntry[] = [];
    const unpacking = extract();
    const end = (problem: boolean) => (): void => {
      resolve({ entries, problem });
    };
    unpacking.on('entry', ({ name, type, uid, gid }, stream, next) => {
      const chunks: Buffer[] = [];
      let pushed = false;
      const push = (): void => {
        if (pushed) return;
        pushed = true;
        entries.push({ name, type, uid, gid, content: Buffer.concat(chunks) });
      };
      stream.on('data', (chunk) => chunks.push(chunk as Buffer)); // typed `unknown` over there
      stream.on('end', () => {
        push();
        next();
      });
      stream.on('error', push);
      stream.on('close', push);
    });
    unpacking.on('finish', end(false));
    unpacking.on('error', end(true));
    unpacking.on('close', end(true));
    unpacking.end(bytes);
  });
}
