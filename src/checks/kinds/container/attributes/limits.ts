import type { HostConfig } from '../../../../evidence/docker';
import { capability, securityOption } from '../../../spellings';
import { seen, type Attributes } from './attributes-of';

/** What it may use, and when it is started again. */
export const limits: Attributes = {
  'restart-policy': {
    name: { fr: 'politique de redémarrage', en: 'restart policy' },
    words: { fr: { values: { no: 'aucune' } }, en: { values: { no: 'none' } } },
    type: 'string',
    shape: 'one',
    describe: 'When the engine starts it again by itself.',
    values: ['no', 'always', 'unless-stopped', 'on-failure'],
    example: 'always',
    read: ({ inspect }) => seen(inspect.HostConfig?.RestartPolicy?.Name || 'no'),
  },
  memory: {
    name: { fr: 'limite de mémoire', en: 'memory limit' },
    type: 'size',
    shape: 'one',
    describe: 'The memory limit; 0 without one.',
    example: '512m',
    read: ({ inspect }) => seen(inspect.HostConfig?.Memory ?? 0),
  },
  cpus: {
    name: { fr: 'limite de processeurs', en: 'limit on processors' },
    type: 'number',
    shape: 'one',
    describe: 'The limit on processors (`--cpus`, or `--cpu-quota` by `--cpu-period`); 0 without one.',
    example: 1.5,
    read: ({ inspect }) => seen(cpusOf(inspect.HostConfig ?? {})),
  },
  'pids-limit': {
    name: { fr: 'limite du nombre de processus', en: 'limit on processes' },
    type: 'number',
    shape: 'one',
    describe: 'The limit on processes; 0 without one.',
    example: 100,
    read: ({ inspect }) => seen(Math.max(0, inspect.HostConfig?.PidsLimit ?? 0)),
  },
  privileged: {
    name: { fr: 'tous les droits de l’hôte', en: 'all rights of the host' },
    type: 'boolean',
    shape: 'one',
    describe: 'It has all of the host’s rights.',
    example: false,
    read: ({ inspect }) => seen(inspect.HostConfig?.Privileged ?? false),
  },
  'read-only': {
    name: { fr: 'système de fichiers en lecture seule', en: 'read-only file system' },
    type: 'boolean',
    shape: 'one',
    describe: 'Its own file system cannot be written (`--read-only`).',
    example: true,
    read: ({ inspect }) => seen(inspect.HostConfig?.ReadonlyRootfs ?? false),
  },
  'cap-add': {
    name: { fr: 'capacités ajoutées', en: 'added capabilities' },
    type: 'string',
    shape: 'list',
    spell: capability,
    describe: 'Capabilities added; `CAP_` in front and case do not count.',
    example: ['NET_ADMIN'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.CapAdd ?? [])]),
  },
  'cap-drop': {
    name: { fr: 'capacités retirées', en: 'dropped capabilities' },
    type: 'string',
    shape: 'list',
    spell: capability,
    describe: 'Capabilities taken away; `CAP_` in front and case do not count.',
    example: ['ALL'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.CapDrop ?? [])]),
  },
  'auto-remove': {
    name: { fr: 'supprimé dès sa fin', en: 'removed when it ends' },
    type: 'boolean',
    shape: 'one',
    describe: 'It is removed when it ends (`--rm`).',
    example: false,
    read: ({ inspect }) => seen(inspect.HostConfig?.AutoRemove ?? false),
  },
  'restart-retries': {
    name: { fr: 'nombre d’essais de redémarrage', en: 'number of restart attempts' },
    type: 'number',
    shape: 'one',
    describe: 'How often `on-failure` starts it again; 0 without a limit.',
    example: 3,
    read: ({ inspect }) => seen(inspect.HostConfig?.RestartPolicy?.MaximumRetryCount ?? 0),
  },
  'security-opt': {
    name: { fr: 'options de sécurité', en: 'security options' },
    type: 'string',
    shape: 'list',
    spell: securityOption,
    describe: 'Security options (`--security-opt`).',
    example: ['no-new-privileges'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.SecurityOpt ?? [])]),
  },
  devices: {
    name: { fr: 'périphériques de l’hôte', en: 'devices of the host' },
    type: 'path',
    shape: 'list',
    describe: 'Devices of the host that it may use, by their path on the host.',
    example: ['/dev/fuse'],
    read: ({ inspect }) =>
      seen(
        (inspect.HostConfig?.Devices ?? []).flatMap(({ PathOnHost: path }) =>
          path === undefined ? [] : [path],
        ),
      ),
  },
};

/** The scheduler's period where none is asked for, in microseconds. */
const usualPeriod = 100_000;

/** `--cpus` is kept as billionths; a quota is that much of each period, and -1 is none. */
function cpusOf({ NanoCpus: nano = 0, CpuQuota: quota = 0, CpuPeriod: period = 0 }: HostConfig): number {
  if (nano > 0) return nano / 1e9;
  return quota > 0 ? quota / (period > 0 ? period : usualPeriod) : 0;
}
