import type { FileFact } from '../../evidence/facts';
import { archiveCall, findPath } from '../archive/find-path';
import { isNamed } from '../archive/path-stat';
import { archiveOverhead, readArchive } from '../archive/read-archive';
import { invalid } from '../engine/door';
import { limits } from '../limits';
import type { Collector } from '../looking';

/** One path of a container's file system, links followed; its content only if a check asks for it, and never a folder's. */
export const file: Collector<'file'> = async ({ container, path, content, owner }, looking) => {
  const inspect = await looking.ask({ fact: 'container', name: container });
  if ('fault' in inspect || inspect.value === null) return inspect as { value: null };
  const id = inspect.value.Id;
  const found = await findPath(id, path, looking);
  if ('fault' in found || found.value === null) return found as { value: null };
  const { stat, target } = found.value;
  const known: FileFact = {
    type: stat.type,
    mode: stat.mode,
    size: stat.size,
    ...(target !== undefined && { target }),
  };
  const wantsContent = content === true && stat.type === 'file';
  if (!wantsContent && owner !== true) return { value: known };

  const cap = archiveOverhead + (wantsContent ? Math.min(stat.size, limits.text) : 0);
  const archive = await readArchive(id, found.value.path, cap, looking);
  if ('fault' in archive) return archive;
  const entry = archive.value?.entries[0];
  if (entry === undefined) return { value: null }; // it went since it was found
  if (!isNamed(entry.name, found.value.path))
    return { fault: invalid(archiveCall('GET', id, path, 'stream'), `about ${entry.name}`) };
  const read = wantsContent ? textOf(entry.content, stat.size) : {};
  return { value: { ...known, uid: entry.uid, gid: entry.gid, ...read } };
};

/** A program or picture has no text to match; a zero byte tells it as `grep` tells it. */
function textOf(bytes: Buffer, size: number): Pick<FileFact, 'content' | 'truncated' | 'binary'> {
  if (bytes.includes(0)) return { binary: true };
  const text = bytes.subarray(0, limits.text).toString();
  return { content: text, ...(size > limits.text && { truncated: true }) };
}
