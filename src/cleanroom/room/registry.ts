import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../command';
import type { RoomInit } from './namespaces';
import { besideEngine, contentOf } from './namespaces';
import type { RoomRecord } from './room-record';
import { folderOf } from './room-record';

/** Where a room's registry listens, inside the room. Not 5000: a lab may run a registry of its own there. */
export const REGISTRY_ADDRESS = '127.0.0.1:15000';

/** A registry over a storage folder; many rooms read the same folder, only the builder of the stand-ins writes. */
export interface RegistryOptions {
  readonly storage: string;
  readonly writable: boolean;
}

/** Starts the registry in the room and waits until it listens. */
export async function startRegistry(
  room: RoomRecord,
  init: RoomInit,
  options: RegistryOptions,
): Promise<void> {
  const folder = join(folderOf(room), 'run');
  const config = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: options.storage },
      maintenance: { uploadpurging: { enabled: false }, readonly: { enabled: !options.writable } },
    },
    http: { addr: REGISTRY_ADDRESS },
  };
  const file = join(folder, 'registry.yml');
  writeFileSync(file, JSON.stringify(config)); // JSON is YAML
  const start = `setsid docker-registry serve "$1" >"$2" 2>&1 </dev/null &`;
  await mustRun(
    besideEngine(room, init, ['sh', '-c', start, 'sh', file, join(contentOf(room, 'log'), 'registry.log')]),
  );
  const [host, port] = REGISTRY_ADDRESS.split(':');
  const listens = `until (exec 3<>/dev/tcp/${host}/${port}) 2>/dev/null; do sleep 0.05; done`;
  await mustRun(besideEngine(room, init, ['bash', '-c', listens]), { deadlineMs: 60_000 });
}
