import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CleanRoomError } from './clean-room-error';
import { mustRun } from './command';
import { whyNoUsers } from './room/users';
import type { OnStep } from './step';

/** What a clean room runs, and the Debian package that has it. */
const PROGRAMS = {
  dockerd: 'docker.io',
  docker: 'docker.io',
  'docker-registry': 'docker-registry',
  debootstrap: 'debootstrap',
  iptables: 'iptables',
  ip: 'iproute2',
  nsenter: 'util-linux',
  ps: 'procps', // `docker top` runs it
  curl: 'curl', // the students' commands use it
} as const;

/** Says in one sentence what this machine lacks for a clean room, as an error; returns when it lacks nothing. */
export function requireMachine(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new CleanRoomError(
      'cleanroom.not-linux-root',
      'A clean room needs Linux, and root for its namespaces.',
    );
  }
  const noUsers = whyNoUsers();
  if (noUsers !== undefined)
    throw new CleanRoomError(
      'cleanroom.unsupported-machine',
      `A clean room has users of its own. ${noUsers}`,
    );
  const missing = missingPrograms();
  if (missing.length === 0) return;
  throw new CleanRoomError(
    'cleanroom.missing-program',
    `A clean room needs ${missing.join(', ')}; on Debian: apt-get install ${packagesOf(missing).join(' ')}`,
  );
}

/**
 * Installs what a clean room needs with apt-get, when something is missing. Only root on Debian or a relative of it; only for
 * the project's own demo and tests, never for grading.
 */
export async function prepareMachine(options: { readonly onStep?: OnStep } = {}): Promise<void> {
  const missing = missingPrograms();
  if (missing.length > 0 && process.getuid?.() === 0 && isOnPath('apt-get')) {
    const packages = packagesOf(missing);
    options.onStep?.({ code: 'installing', packages });
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await mustRun(['apt-get', '-q', 'update'], { env, deadlineMs: 300_000 });
    const install = ['apt-get', '-q', 'install', '-y', '--no-install-recommends', ...packages];
    await withoutStartingServices(() => mustRun(install, { env, deadlineMs: 900_000 }));
  }
  requireMachine();
}

/** The packages would start an engine and a registry in the machine's own network; 101 is how Debian's policy says no. */
async function withoutStartingServices(install: () => Promise<unknown>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) {
    await install();
    return;
  }
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    rmSync(policy);
  }
}

function missingPrograms(): (keyof typeof PROGRAMS)[] {
  const names = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[]; // the keys of a constant are its keys
  return names.filter((name) => !isOnPath(name));
}

function packagesOf(programs: readonly (keyof typeof PROGRAMS)[]): string[] {
  return [...new Set(programs.map((program) => PROGRAMS[program]))];
}

function isOnPath(program: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false; // not in this folder
    }
  });
}
