import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import { mustRun } from '../command';
import { cached } from './cache';

/** The Debian release that has an engine with the containerd image store and whose programs run with bookworm's libc. */
const SUITE = 'forky';
const PACKAGES = ['docker.io', 'containerd'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * A PATH with a newer dockerd and containerd, unpacked from Debian's packages without installing anything (about 20 s and 50 MB,
 * once). runc, ps and iptables remain the machine's: Debian's newer runc needs a newer libc.
 */
export async function newerEngine(log: (line: string) => void): Promise<string> {
  const folder = await cached(`engine-1-${SUITE}-${process.arch}`, async (draft) => {
    log(`unpacking Debian ${SUITE}'s docker.io and containerd, once for this machine`);
    const work = join(draft, '.apt');
    mkdirSync(join(work, 'lists/partial'), { recursive: true });
    mkdirSync(join(work, 'cache/archives/partial'), { recursive: true });
    writeFileSync(
      join(work, 'sources.list'),
      `deb [signed-by=${KEYRING}] ${await debianArchive()} ${SUITE} main\n`,
    );
    const apt = ['apt-get', '-q', ...privateApt(work)];
    await mustRun([...apt, 'update'], { deadlineMs: 300_000 });
    await mustRun([...apt, 'download', ...PACKAGES], { cwd: work, deadlineMs: 300_000 });
    const debs = readdirSync(work).filter((name) => name.endsWith('.deb'));
    for (const deb of debs) await mustRun(['dpkg-deb', '--extract', join(work, deb), draft]);
    rmSync(work, { recursive: true });
  });
  return [join(folder, 'usr/sbin'), join(folder, 'usr/bin')].join(':');
}

/** apt with sources and lists of its own, so that the machine's stay as they are. */
function privateApt(work: string): string[] {
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': 'root', // the cache is in a home that apt's own user may not enter
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** Where this machine gets its own Debian packages from. */
async function debianArchive(): Promise<string> {
  const filters = ['Created-By: Packages', 'Origin: Debian', 'Component: main'];
  const sites = await mustRun(['apt-get', 'indextargets', '--format', '$(SITE)', ...filters]);
  const archive = sites.split('\n').find((site) => /\/debian\/?$/.test(site));
  if (archive !== undefined) return archive;
  const message =
    'The engine with the containerd store comes from a Debian archive, and apt knows none here (apt-get update?).';
  throw new CleanRoomError('cleanroom.unsupported-machine', message);
}
