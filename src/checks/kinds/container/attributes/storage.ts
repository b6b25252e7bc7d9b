import type { JsonObject } from '../../../../text/json';
import type { ContainerInspect, Mount } from '../../../../evidence/docker';
import { path } from '../../../spellings';
import { seen, type Attributes } from './attributes-of';

/** Where its data is, and everything else by its path. */
export const storage: Attributes = {
  mounts: {
    name: { fr: 'montages', en: 'mounts' },
    words: {
      fr: { element: { a: 'un montage', no: 'aucun montage' } },
      en: { element: { a: 'a mount', no: 'no mount' } },
    },
    type: 'path',
    shape: 'map',
    spellKey: path,
    describe:
      'What is mounted where: path in the container to the volume’s name or the host’s path; `tmpfs` for memory.',
    example: { '/data': 'data' },
    read: ({ inspect }) =>
      seen(
        Object.fromEntries(
          [...memoryMounts(inspect), ...(inspect.Mounts ?? [])].map((mount) => [
            mount.Destination ?? '',
            mount.Name || mount.Source || mount.Type || '',
          ]),
        ),
      ),
  },
  'read-only-mounts': {
    name: { fr: 'montages en lecture seule', en: 'read-only mounts' },
    type: 'path',
    shape: 'list',
    describe: 'Paths in the container where something is mounted read-only (`:ro`).',
    example: ['/etc/nginx'],
    read: ({ inspect }) =>
      seen(
        [...memoryMounts(inspect), ...(inspect.Mounts ?? [])].flatMap(
          ({ RW: writable, Destination: place }) =>
            writable === false && place !== undefined ? [place] : [],
        ),
      ),
  },
  'log-driver': {
    name: { fr: 'pilote de journaux', en: 'logging driver' },
    type: 'string',
    shape: 'one',
    describe: 'Where its logs go; `docker logs` reads `json-file`, `local` and `journald`.',
    example: 'json-file',
    read: ({ inspect }) => seen(inspect.HostConfig?.LogConfig?.Type),
  },
  inspect: {
    name: { fr: 'détails de docker inspect', en: 'details of docker inspect' },
    type: 'string',
    shape: 'document',
    describe: 'Anything else of `docker inspect`, by its path.',
    example: { 'HostConfig.RestartPolicy.Name': 'always' },
    // Evidence is plain JSON; the narrow type only names the fields that we read.
    read: ({ inspect }) => seen(inspect as unknown as JsonObject),
  },
};

/** `--tmpfs` is kept apart from what `-v` and `--mount` give. */
const memoryMounts = ({ HostConfig: host }: ContainerInspect): Mount[] =>
  Object.entries(host?.Tmpfs ?? {}).map(([Destination, options]) => ({
    Type: 'tmpfs',
    Destination,
    RW: !options.split(',').includes('ro'),
  }));
