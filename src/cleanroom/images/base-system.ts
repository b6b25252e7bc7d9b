import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../command';

/** The Debian release that stands in; its os-release stays what it is, nothing pretends to be Ubuntu. */
export const SUITE = 'bookworm';

/**
 * Libraries and helpers that python3 and nginx ask for, there beforehand: of `apt install -y python3 nginx` they cost
 * 20 of 25 seconds of processor time, and no lab looks at them. python3 and nginx themselves are left to the student.
 */
const FREQUENT_DEPENDENCIES = [
  ...['ca-certificates', 'openssl', 'iproute2', 'media-types', 'libpam-cap', 'libcap2-bin', 'libsqlite3-0'],
  ...['libreadline8', 'libnsl2', 'libexpat1', 'krb5-locales', 'libncursesw6'],
];

/** As in Docker's official images, but for the compressed indexes: those cost seconds each time that apt starts. */
const SETTINGS: Readonly<Record<string, string>> = {
  'etc/dpkg/dpkg.cfg.d/docker-apt-speedup': 'force-unsafe-io\n',
  'etc/apt/apt.conf.d/docker-clean':
    'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb || true"; };\n' +
    'APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb || true"; };\n',
  'etc/apt/apt.conf.d/docker-no-languages': 'Acquire::Languages "none";\n',
};

/** Makes a minimal Debian in `folder` with debootstrap (about a minute). */
export async function makeBaseSystem(folder: string): Promise<void> {
  // In a mount namespace of its own: debootstrap mounts /proc in the new system, and must not leave it there.
  const include = `--include=${FREQUENT_DEPENDENCIES.join(',')}`;
  const debootstrap = ['debootstrap', '--variant=minbase', include, SUITE, folder];
  await mustRun(['unshare', '--mount', ...debootstrap], { deadlineMs: 900_000 });
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
