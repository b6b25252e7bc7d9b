import { join } from 'node:path';
import { mustRun } from '../command';
import type { RoomInit } from './namespaces';
import { addressesOfSlot } from './network/address-plan';
import { cleanEnvironment } from './environment';
import { asEngine, besideEngine, contentOf } from './namespaces';
import type { RoomRecord } from './room-record';
import { writeSetting } from './settings';

/** Where a room's own registry listens, inside the room. Not 5000: a lab may run a registry of its own there. */
export const REGISTRY_ADDRESS = '127.0.0.1:15000';

/** A registry over a storage folder; many rooms read the same folder, only the builder of the stand-ins writes. */
export interface RegistryOptions {
  readonly storage: string;
  readonly writable: boolean;
}

/** Where a room's mirror of Docker Hub listens, for other rooms. */
export function mirrorAddressOf(room: { readonly slot: number }): string {
  return `${addressesOfSlot(room.slot).address}:15000`;
}

/** Starts a registry in the room that asks Docker Hub, once, for whatever it is asked for; with the room's own name servers, on the room's disk. */
export async function startMirror(room: RoomRecord, init: RoomInit, hub: string): Promise<void> {
  const addr = mirrorAddressOf(room);
  const storage = { filesystem: { rootdirectory: contentOf(room, 'data') } };
  const serve = (argv: readonly string[]) => asEngine(room, init, argv);
  await serveRegistry(room, { storage, proxy: { remoteurl: hub }, http: { addr } }, serve);
}

/** Starts the registry in the room and waits until it listens. */
export async function startRegistry(
  room: RoomRecord,
  init: RoomInit,
  options: RegistryOptions,
): Promise<void> {
  const storage = {
    filesystem: { rootdirectory: options.storage },
    maintenance: { uploadpurging: { enabled: false }, readonly: { enabled: !options.writable } },
  };
  const serve = (argv: readonly string[]) => besideEngine(room, init, argv);
  await serveRegistry(room, { storage, http: { addr: REGISTRY_ADDRESS } }, serve);
}

async function serveRegistry(
  room: RoomRecord,
  config: { readonly http: { readonly addr: string }; readonly storage: object; readonly proxy?: object },
  serve: (argv: readonly string[]) => string[],
): Promise<void> {
  const log = { level: 'warn', accesslog: { disabled: true } };
  const file = writeSetting(room, 'registry.yml', JSON.stringify({ version: '0.1', log, ...config })); // JSON is YAML
  const options = { deadlineMs: 60_000, env: cleanEnvironment() };
  const start = `setsid docker-registry serve "$1" >"$2" 2>&1 </dev/null &`;
  const logFile = join(contentOf(room, 'log'), 'registry.log');
  await mustRun(serve(['sh', '-c', start, 'sh', file, logFile]), options);
  const [host, port] = config.http.addr.split(':');
  const listens = `until (exec 3<>/dev/tcp/${host}/${port}) 2>/dev/null; do sleep 0.05; done`;
  await mustRun(serve(['bash', '--norc', '-c', listens]), options);
}
