import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { PackagesFact } from '../../evidence/facts';
import { findPath } from '../archive/find-path';
import { readArchive, type Archive } from '../archive/read-archive';
import { limits } from '../limits';
import type { Collector, Looking } from '../looking';
import { readApk } from '../packages/apk';
import { readDpkg } from '../packages/dpkg';
import { summarize, type PackageRow } from '../packages/package-row';

/** Where each manager keeps its database; the first that is there counts. */
const databases = [
  { manager: 'dpkg', path: '/var/lib/dpkg/status', read: readDpkg },
  { manager: 'dpkg', path: '/var/lib/dpkg/status.d', read: readDpkg }, // distroless
  { manager: 'apk', path: '/lib/apk/db/installed', read: readApk },
  { manager: 'apk', path: '/usr/lib/apk/db/installed', read: readApk },
  { manager: 'rpm', path: '/usr/lib/sysimage/rpm', read: undefined },
  { manager: 'rpm', path: '/var/lib/rpm', read: undefined },
] as const;

/** Left by `apt update`, and by nothing that is in an image. */
const aptTrace = '/var/lib/apt/lists/lock';

/** The packages of a container, from its package manager's own files: nothing runs inside, and stopped containers can be asked. */
export const packages: Collector<'packages'> = async ({ container, names }, looking) => {
  const inspect = await looking.ask({ fact: 'container', name: container });
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const id = inspect.value.Id;
  const found = await Promise.all(databases.map(({ path }) => findPath(id, path, looking)));
  for (const [index, database] of databases.entries()) {
    const at = found[index];
    if (at === undefined || ('value' in at && at.value === null)) continue;
    if ('fault' in at) return at;
    if (database.read === undefined) return unreadable(database.path);
    const archive = await readArchive(id, at.value?.path ?? database.path, limits.archive.maxBytes, looking);
    if ('fault' in archive) return archive;
    if (archive.value === null) continue; // it went since it was found
    if (archive.value.truncated) return tooLarge(database.path);
    return withIndex(
      id,
      database.manager,
      summarize(rowsOf(archive.value, database.read), names),
      names,
      looking,
    );
  }
  return { value: { manager: 'none', installed: {}, unfinished: {}, related: [], count: 0 } };
};

const rowsOf = ({ entries }: Archive, read: (text: string) => PackageRow[]): PackageRow[] =>
  entries
    .filter(({ type, name }) => type === 'file' && !name.endsWith('.md5sums'))
    .flatMap(({ content }) => read(content.toString()));

/** Where something is missing: was the list of packages ever fetched? */
async function withIndex(
  id: string,
  manager: PackagesFact['manager'],
  summary: ReturnType<typeof summarize>,
  names: readonly string[],
  looking: Looking,
): Promise<Fact<PackagesFact>> {
  const isComplete = names.every((name) => Object.hasOwn(summary.installed, name));
  if (manager !== 'dpkg' || isComplete) return { value: { manager, ...summary } };
  const trace = await findPath(id, aptTrace, looking);
  // It only explains: not knowing it takes nothing away.
  return { value: { manager, ...summary, ...('value' in trace && { indexFetched: trace.value !== null }) } };
}

const unreadable = (path: string): Fact<never> => ({
  fault: fault('unsupported', { call: `read ${path}`, detail: 'a database of rpm' }),
});

const tooLarge = (path: string): Fact<never> => ({
  fault: fault('too-large', { call: `read ${path}`, maxBytes: limits.archive.maxBytes }),
});
