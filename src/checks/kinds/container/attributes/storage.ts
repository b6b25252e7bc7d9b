import type { JsonObject } from '../../../../text/json';
import { seen, type Attributes } from './attributes-of';

/** Where its data is, and everything else by its path. */
export const storage: Attributes = {
  mounts: {
    type: 'path',
    shape: 'map',
    describe: 'What is mounted where: path in the container to the volume’s name or the host’s path.',
    example: { '/data': 'data' },
    read: ({ inspect }) =>
      seen(
        Object.fromEntries(
          (inspect.Mounts ?? []).map((mount) => [
            mount.Destination ?? '',
            mount.Name || mount.Source || mount.Type || '',
          ]),
        ),
      ),
  },
  'read-only-mounts': {
    type: 'path',
    shape: 'list',
    describe: 'Paths in the container where something is mounted read-only (`:ro`).',
    example: ['/etc/nginx'],
    read: ({ inspect }) =>
      seen(
        (inspect.Mounts ?? []).flatMap(({ RW: writable, Destination: path }) =>
          writable === false && path !== undefined ? [path] : [],
        ),
      ),
  },
  'log-driver': {
    type: 'string',
    shape: 'one',
    describe: 'Where its logs go; `docker logs` reads `json-file`, `local` and `journald`.',
    example: 'json-file',
    read: ({ inspect }) => seen(inspect.HostConfig?.LogConfig?.Type),
  },
  inspect: {
    type: 'string',
    shape: 'document',
    describe: 'Anything else of `docker inspect`, by its path.',
    example: { 'HostConfig.RestartPolicy.Name': 'always' },
    // Evidence is plain JSON; the narrow type only names the fields that we read.
    read: ({ inspect }) => seen(inspect as unknown as JsonObject),
  },
};
