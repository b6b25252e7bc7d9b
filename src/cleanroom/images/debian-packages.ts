import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import { mustRun, runCommand } from '../command';

/** The Debian release whose engine has the containerd image store, and whose programs run with bookworm's libc: Docker's and its plugins'. */
export const NEWER_SUITE = 'forky';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Unpacks packages of the newer release into a folder, without installing anything. Rejects with a `CleanRoomError`. */
export async function unpackFromDebian(packages: readonly string[], folder: string): Promise<void> {
  const archive = await debianArchive(packages);
  const work = join(folder, '.apt');
  mkdirSync(join(work, 'lists/partial'), { recursive: true });
  mkdirSync(join(work, 'cache/archives/partial'), { recursive: true });
  writeFileSync(join(work, 'sources.list'), `deb [signed-by=${KEYRING}] ${archive} ${NEWER_SUITE} main\n`);
  await apt(work, ['update', '--error-on=any']);
  await apt(work, ['download', ...packages]);
  const debs = readdirSync(work).filter((name) => name.endsWith('.deb'));
  for (const deb of debs) await mustRun(['dpkg-deb', '--extract', join(work, deb), folder]);
  rmSync(work, { recursive: true });
}

/** apt with sources and lists of its own, so that the machine's stay as they are; what it says is for people, without all that. */
async function apt(work: string, args: readonly string[]): Promise<void> {
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': 'root', // the cache is in a home that apt's own user may not enter
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const argv = ['apt-get', '-q', ...options, ...args];
  const { code, stderr } = await runCommand(argv, { cwd: work, deadlineMs: 300_000 });
  if (code === 0) return;
  const said = stderr.trim().split('\n').slice(-3).join(' ');
  throw new CleanRoomError(
    'cleanroom.command-failed',
    `apt-get ${args.join(' ')} ended with ${code}: ${said}`,
  );
}

/** Where this machine gets its own Debian packages from. */
async function debianArchive(packages: readonly string[]): Promise<string> {
  const filters = ['Created-By: Packages', 'Origin: Debian', 'Component: main'];
  // Through `env`, which ends with 127 where there is no apt at all.
  const { code, stdout } = await runCommand([
    'env',
    'apt-get',
    'indextargets',
    ...['--format', '$(SITE)'],
    ...filters,
  ]);
  const archive = code === 0 ? stdout.split('\n').find((site) => /\/debian\/?$/.test(site)) : undefined;
  if (archive !== undefined) return archive;
  const message = `What is missing here (${packages.join(', ')}) would come from a Debian archive, and apt knows none (apt-get update?).`;
  throw new CleanRoomError('cleanroom.unsupported-machine', message);
}
