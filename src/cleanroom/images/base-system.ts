import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../command';

/** The Debian release that stands in; its os-release stays what it is, nothing pretends to be Ubuntu. */
export const SUITE = 'bookworm';

/** What Docker's official images of Debian and Ubuntu set, so that apt behaves as a student knows it. */
const SETTINGS: Readonly<Record<string, string>> = {
  'etc/dpkg/dpkg.cfg.d/docker-apt-speedup': 'force-unsafe-io\n',
  'etc/apt/apt.conf.d/docker-clean':
    'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\n' +
    'APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\n' +
    'Dir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n',
  'etc/apt/apt.conf.d/docker-no-languages': 'Acquire::Languages "none";\n',
  'etc/apt/apt.conf.d/docker-gzip-indexes': 'Acquire::GzipIndexes "true";\n',
};

/** Makes a minimal Debian in `folder` with debootstrap (about a minute). */
export async function makeBaseSystem(folder: string): Promise<void> {
  // In a mount namespace of its own: debootstrap mounts /proc in the new system, and must not leave it there.
  const debootstrap = ['unshare', '--mount', 'debootstrap', '--variant=minbase', SUITE, folder];
  await mustRun(debootstrap, { deadlineMs: 900_000 });
  for (const [path, text] of Object.entries(SETTINGS)) writeFileSync(join(folder, path), text);
  // Services do not start by being installed, as in Docker's images: the course starts nginx by hand.
  writeFileSync(join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  addUpdates(join(folder, 'etc/apt/sources.list'));
  for (const path of ['var/cache/apt', 'var/lib/apt/lists', 'var/log']) emptyFolder(join(folder, path));
}

/** The archive that debootstrap chose also has the updates and, beside itself, the security archive. */
function addUpdates(sources: string): void {
  const [, archive = ''] = readFileSync(sources, 'utf8').split(/\s+/);
  appendFileSync(sources, `deb ${archive} ${SUITE}-updates main\n`);
  appendFileSync(sources, `deb ${archive.replace(/\/$/, '')}-security ${SUITE}-security main\n`);
}

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}
