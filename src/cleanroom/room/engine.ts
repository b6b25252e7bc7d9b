import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CleanRoomError } from '../clean-room-error';
import { mustRun } from '../command';
import type { RoomInit } from './namespaces';
import { asEngine, contentOf } from './namespaces';
import { cleanEnvironment } from './environment';
import { ping } from './ping';
import type { ProcessIdentity } from './ending/process-identity';
import { isRunning } from './ending/process-identity';
import { processesIn } from './ending/processes';
import type { RoomRecord } from './room-record';
import { writeSetting } from './settings';

/** How an engine is started; `binaries` is what goes before PATH for a newer dockerd, `mirror` the address of a registry. */
export interface EngineOptions {
  readonly mtu: number;
  readonly mirror: string | undefined;
  readonly binaries: string | undefined;
  readonly store: 'classic' | 'containerd';
}

/** Signals for tests of faults; SIGTERM and SIGKILL return when the engine is gone. */
export type EngineSignal = 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT';

const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 60_000;

/** The engine's socket, as a path of the machine. */
export function socketOf(room: { readonly slot: number }): string {
  return join(contentOf(room, 'run'), 'docker.sock');
}

const pidFileOf = (room: RoomRecord): string => join(contentOf(room, 'run'), 'docker.pid');

/** Starts dockerd in the room and returns when it answers. */
export async function startDockerd(room: RoomRecord, init: RoomInit, options: EngineOptions): Promise<void> {
  const settings = writeSetting(room, 'daemon.json', JSON.stringify(daemonConfig(room, options), null, 2));
  // A socket or a pid file that a killed engine left would be taken for the new one's.
  rmSync(socketOf(room), { force: true });
  rmSync(pidFileOf(room), { force: true });
  const path = [
    ...(options.binaries === undefined ? [] : [options.binaries]),
    process.env['PATH'] ?? '',
  ].join(':');
  const start = `PATH=$1 setsid dockerd --config-file "$2" >>"$3" 2>&1 </dev/null &`;
  const args = [path, settings, logOf(room)];
  await mustRun(asEngine(room, init, ['sh', '-c', start, 'sh', ...args]), { env: cleanEnvironment() });
  await answers(room, init);
}

/** Sends a signal to dockerd. Nothing happens when it does not run. */
export async function signalDockerd(init: Pick<RoomInit, 'pid'>, signal: EngineSignal): Promise<void> {
  const dockerd = dockerdOf(init);
  if (dockerd === undefined) return;
  // A stopped process does not act on SIGTERM before it is continued; the caller asked for its end.
  if (signal === 'SIGTERM') process.kill(dockerd.pid, 'SIGCONT');
  process.kill(dockerd.pid, signal);
  if (signal === 'SIGSTOP' || signal === 'SIGCONT') return;
  const deadline = Date.now() + STOP_DEADLINE_MS;
  while (isRunning(dockerd)) {
    if (Date.now() > deadline)
      throw new CleanRoomError('cleanroom.engine-silent', `dockerd did not end after ${signal}.`);
    await pause(20);
  }
}

function dockerdOf(init: Pick<RoomInit, 'pid'>): ProcessIdentity | undefined {
  return processesIn('pid', `/proc/${init.pid}/ns/pid`).find(({ pid }) => nameOfProcess(pid) === 'dockerd');
}

function nameOfProcess(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return ''; // it has just ended
  }
}

function daemonConfig(room: RoomRecord, options: EngineOptions): object {
  return {
    hosts: [`unix://${socketOf(room)}`],
    'data-root': contentOf(room, 'data'),
    'exec-root': contentOf(room, 'exec'),
    pidfile: pidFileOf(room),
    mtu: options.mtu,
    'cgroup-parent': '/student/containers', // below the room's own cgroup, which is the root of what it sees
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    // Without "insecure", BuildKit asks a mirror that is not on loopback by https.
    ...(options.mirror === undefined
      ? {}
      : {
          'registry-mirrors': [`http://${options.mirror}`],
          'insecure-registries': [`http://${options.mirror}`],
        }),
    ...(options.store === 'classic' ? {} : { features: { 'containerd-snapshotter': true } }),
  };
}

async function answers(room: RoomRecord, init: RoomInit): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  let seen = false;
  while (!(await ping(socketOf(room)))) {
    const runs = dockerdOf(init) !== undefined;
    if ((seen && !runs) || Date.now() > deadline) {
      const log = readFileSync(logOf(room), 'utf8').trim().split('\n').slice(-10).join('\n');
      throw new CleanRoomError(
        'cleanroom.engine-silent',
        `dockerd ${runs ? 'does not answer' : 'ended at once'}:\n${log}`,
      );
    }
    seen ||= runs;
    await pause(50);
  }
}

function logOf(room: RoomRecord): string {
  return join(contentOf(room, 'log'), 'dockerd.log');
}
