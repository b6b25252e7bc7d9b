import { posix } from 'node:path';
import type { EndpointSource } from './endpoint';
import { dockerSocket } from './parse-host';
import type { World } from './world';

export interface WellKnownSocket {
  readonly path: string;
  readonly whose: NonNullable<EndpointSource['wellKnown']>;
}

/** Where engines put their sockets when nobody says otherwise, the docker CLI's own default first. */
export function wellKnownSockets(world: World): readonly WellKnownSocket[] {
  const runtime =
    world.env['XDG_RUNTIME_DIR'] || (world.uid === undefined ? undefined : `/run/user/${world.uid}`);
  const home = (path: string) => posix.join(world.homedir, '.docker', path);
  return [
    { path: dockerSocket, whose: 'docker' },
    ...(runtime ? [{ path: posix.join(runtime, 'docker.sock'), whose: 'docker-rootless' as const }] : []),
    { path: home('run/docker.sock'), whose: 'docker-desktop' },
    { path: home('desktop/docker.sock'), whose: 'docker-desktop' },
    ...(runtime ? [{ path: posix.join(runtime, 'podman/podman.sock'), whose: 'podman' as const }] : []),
    { path: '/run/podman/podman.sock', whose: 'podman-root' },
  ];
}

export function isSocket(world: World, path: string): boolean {
  const found = world.stat(path);
  return 'type' in found && found.type === 'socket';
}
