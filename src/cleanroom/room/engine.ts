import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CleanRoomError } from '../clean-room-error';
import { mustRun } from '../command';
import type { RoomInit } from './namespaces';
import { besideEngine } from './namespaces';
import type { ProcessIdentity } from './process-identity';
import { isRunning } from './process-identity';
import { processesIn } from './processes';
import type { RoomRecord } from './room-record';
import { folderOf, nameOf } from './room-record';

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
  return join(folderOf(room), 'docker.sock');
}

/** Starts dockerd in the room and returns when it answers. */
export async function startDockerd(room: RoomRecord, init: RoomInit, options: EngineOptions): Promise<void> {
  const folder = folderOf(room);
  writeFileSync(join(folder, 'daemon.json'), JSON.stringify(daemonConfig(room, options), null, 2));
  mkdirSync(join(folder, 'exec'), { recursive: true });
  // A socket or a pid file that a killed engine left would be taken for the new one's.
  rmSync(socketOf(room), { force: true });
  rmSync(join(folder, 'docker.pid'), { force: true });
  const path = [
    ...(options.binaries === undefined ? [] : [options.binaries]),
    process.env['PATH'] ?? '',
  ].join(':');
  const start = `PATH=$1 setsid dockerd --config-file "$2" >>"$3" 2>&1 </dev/null &`;
  const args = [path, join(folder, 'daemon.json'), join(folder, 'log/dockerd.log')];
  await mustRun(besideEngine(init, ['sh', '-c', start, 'sh', ...args]));
  await answers(room, init);
}

/** Sends a signal to dockerd. Nothing happens when it does not run. */
export async function signalDockerd(init: RoomInit, signal: EngineSignal): Promise<void> {
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

function dockerdOf(init: RoomInit): ProcessIdentity | undefined {
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
  const folder = folderOf(room);
  return {
    hosts: [`unix://${socketOf(room)}`],
    'data-root': join(folder, 'data'),
    'exec-root': join(folder, 'exec'),
    pidfile: join(folder, 'docker.pid'),
    mtu: options.mtu,
    'cgroup-parent': `/${nameOf(room)}`, // so that what a killed engine leaves can be told from everybody else's
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    ...(options.mirror === undefined ? {} : { 'registry-mirrors': [`http://${options.mirror}`] }),
    ...(options.store === 'classic' ? {} : { features: { 'containerd-snapshotter': true } }),
  };
}

async function answers(room: RoomRecord, init: RoomInit): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  let seen = false;
  while (!(await ping(socketOf(room)))) {
    const runs = dockerdOf(init) !== undefined;
    if ((seen && !runs) || Date.now() > deadline) {
      const log = readFileSync(join(folderOf(room), 'log/dockerd.log'), 'utf8')
        .trim()
        .split('\n')
        .slice(-10)
        .join('\n');
      throw new CleanRoomError(
        'cleanroom.engine-silent',
        `dockerd ${runs ? 'does not answer' : 'ended at once'}:\n${log}`,
      );
    }
    seen ||= runs;
    await pause(50);
  }
}

function ping(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request({ socketPath, path: '/_ping', timeout: 2000, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => {
      resolve(false);
    });
    sent.end();
  });
}
