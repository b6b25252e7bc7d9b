import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { PackagesFact } from '../../evidence/facts';
import { findPath } from '../archive/find-path';
import { isNamed } from '../archive/path-stat';
import { readArchive } from '../archive/read-archive';
import { limits } from '../limits';
import type { Collector, Looking } from '../looking';
import { readApk } from '../packages/apk';
import { readDpkg } from '../packages/dpkg';
import { summarize, type PackageRow } from '../packages/package-row';
import { readRpm } from '../packages/rpm';

type Read = (content: Buffer) => PackageRow[];
interface Database {
  readonly manager: PackagesFact['manager'];
  readonly path: string;
  /** Absent: there is no reading this kind. */
  readonly read?: Read;
}

const dpkg: Read = (content) => readDpkg(content.toString());
const distroless: Read = (content) => readDpkg(content.toString(), 'installed');
const apk: Read = (content) => readApk(content.toString());

/** Where each manager keeps its database, the usual ones first; the first that is there counts. */
const databases: readonly Database[] = [
  { manager: 'dpkg', path: '/var/lib/dpkg/status', read: dpkg },
  { manager: 'apk', path: '/lib/apk/db/installed', read: apk },
  { manager: 'apk', path: '/usr/lib/apk/db/installed', read: apk },
  { manager: 'rpm', path: '/usr/lib/sysimage/rpm/rpmdb.sqlite', read: readRpm },
  { manager: 'rpm', path: '/var/lib/rpm/rpmdb.sqlite', read: readRpm },
  { manager: 'dpkg', path: '/var/lib/dpkg/status.d', read: distroless },
  { manager: 'rpm', path: '/usr/lib/sysimage/rpm/Packages.db' }, // ndb (SUSE)
  { manager: 'rpm', path: '/var/lib/rpm/Packages' }, // Berkeley DB (CentOS 7)
];

/** Left by `apt update`, and by nothing that is in an image. */
const aptTrace = '/var/lib/apt/lists/lock';

/** The packages of a container, from its package manager's own files: nothing runs inside, and stopped containers can be asked. */
export const packages: Collector<'packages'> = async ({ container, names }, looking) => {
  const inspect = await looking.ask({ fact: 'container', name: container });
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const id = inspect.value.Id;
  // One after the other: that a database is not there takes the engine longer to say than that one is.
  for (const database of databases) {
    const place = await findPath(id, database.path, looking);
    if ('fault' in place) return place;
    if (place.value === null) continue;
    const rows = await rowsIn(id, place.value.path, database, looking);
    if ('fault' in rows) return rows;
    return withIndex(id, database.manager, summarize(rows.value, names), names, looking);
  }
  return { value: { manager: 'none', installed: {}, unfinished: {}, related: [], count: 0 } };
};

async function rowsIn(
  id: string,
  path: string,
  { read }: Database,
  looking: Looking,
): Promise<Fact<readonly PackageRow[]>> {
  const call = `read ${path}`;
  if (read === undefined) return { fault: fault('format.unknown', { of: 'packages', detail: path }) };
  const maxBytes = limits.packages;
  const archive = await readArchive(id, path, maxBytes, looking);
  if ('fault' in archive) return archive;
  // It went, with or without its container, since it was found.
  if (archive.value === null) return { fault: fault('engine.answer-invalid', { call, detail: 'gone' }) };
  if (archive.value.truncated) return { fault: fault('too-large', { call, maxBytes }) };
  const files = archive.value.entries;
  const [first] = files;
  if (first && !isNamed(first.name, path))
    return { fault: fault('engine.answer-invalid', { call, detail: `about ${first.name}` }) };
  const rows = files
    .filter(({ type, name }) => type === 'file' && !name.endsWith('.md5sums'))
    .flatMap(({ content }) => read(content));
  return { value: rows };
}

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
