import type { Json, JsonObject } from '../../../text/json';
import type { Attribute } from '../../attribute';
import type { Container } from './open';
import { publicationsOf } from './ports';
import { containerStates, isCrashLooping, stateOf } from './state';

type Of = Attribute<Container>;
const seen = (value: Json | undefined) => ({ value });

const words = (value: readonly string[] | string | null | undefined): string[] =>
  typeof value === 'string' ? [value] : [...(value ?? [])];

const identity: Record<string, Of> = {
  id: {
    type: 'string',
    shape: 'one',
    describe: 'The full ID, 64 hexadecimal digits.',
    example: { exists: true },
    read: ({ inspect }) => seen(inspect.Id),
  },
  image: {
    type: 'reference',
    shape: 'one',
    describe: 'The image that it was made from, as it was named then.',
    example: 'ubuntu:latest',
    read: ({ inspect }) => seen(inspect.Config?.Image),
  },
  hostname: {
    type: 'string',
    shape: 'one',
    describe: 'The host name inside of the container (`-h`).',
    example: 'web',
    read: ({ inspect }) => seen(inspect.Config?.Hostname),
  },
  labels: {
    type: 'string',
    shape: 'map',
    describe: 'Labels, those of the image included.',
    example: { team: 'blue' },
    read: ({ inspect }) => seen(inspect.Config?.Labels ?? {}),
  },
};

const state: Record<string, Of> = {
  state: {
    type: 'string',
    shape: 'one',
    describe: 'Its state; `restarting` also while it crashes again and again.',
    values: containerStates,
    example: 'running',
    read: (container) => seen(stateOf(container)),
  },
  'exit-code': {
    type: 'number',
    shape: 'one',
    describe: 'The exit code of its last run; nothing while it runs or before its first start.',
    example: 0,
    read: (container) => {
      const ended = ['exited', 'dead', 'restarting'].includes(stateOf(container) ?? '');
      return seen(ended ? container.inspect.State?.ExitCode : undefined);
    },
  },
  health: {
    type: 'string',
    shape: 'one',
    describe: 'What its health check says; `none` without a health check.',
    values: ['none', 'starting', 'healthy', 'unhealthy'],
    example: 'healthy',
    read: ({ inspect }) => seen(inspect.State?.Health?.Status || 'none'),
  },
  'crash-looping': {
    type: 'boolean',
    shape: 'one',
    describe: 'It ends and is started again and again by its restart policy.',
    example: false,
    read: (container) => seen(isCrashLooping(container)),
  },
  'restart-count': {
    type: 'number',
    shape: 'one',
    describe: 'How often its restart policy started it again; `docker restart` does not count.',
    example: { lte: 1 },
    read: ({ inspect }) => seen(inspect.RestartCount ?? 0),
  },
  'oom-killed': {
    type: 'boolean',
    shape: 'one',
    describe: 'The kernel ended it for lack of memory.',
    example: false,
    read: ({ inspect }) => seen(inspect.State?.OOMKilled ?? false),
  },
};

const terminal: Record<string, Of> = {
  tty: {
    type: 'boolean',
    shape: 'one',
    describe: 'It has a terminal (`-t`).',
    example: true,
    read: ({ inspect }) => seen(inspect.Config?.Tty ?? false),
  },
  stdin: {
    type: 'boolean',
    shape: 'one',
    describe: 'Its standard input is kept open (`-i`).',
    example: true,
    read: ({ inspect }) => seen(inspect.Config?.OpenStdin ?? false),
  },
};

const program: Record<string, Of> = {
  command: {
    type: 'string',
    shape: 'list',
    describe: 'The command, word by word, without the entry point.',
    example: ['bash'],
    read: ({ inspect }) => seen(words(inspect.Config?.Cmd)),
  },
  entrypoint: {
    type: 'string',
    shape: 'list',
    describe: 'The entry point, word by word.',
    example: ['/docker-entrypoint.sh'],
    read: ({ inspect }) => seen(words(inspect.Config?.Entrypoint)),
  },
  'main-process': {
    type: 'path',
    shape: 'one',
    describe: 'The program that it really starts: the entry point, else the command.',
    example: '/bin/bash',
    read: ({ inspect }) => seen(inspect.Path),
  },
  env: {
    type: 'string',
    shape: 'map',
    describe: 'Environment variables; only the values of those named here are read.',
    example: { MODE: 'production' },
    read: ({ inspect }) => seen(environmentOf(inspect.Config?.Env ?? [])),
  },
  user: {
    type: 'string',
    shape: 'one',
    describe: 'The user of its main process; empty for root.',
    example: 'www-data',
    read: ({ inspect }) => seen(inspect.Config?.User ?? ''),
  },
  workdir: {
    type: 'path',
    shape: 'one',
    describe: 'The working directory.',
    example: '/app',
    read: ({ inspect }) => seen(inspect.Config?.WorkingDir || '/'),
  },
};

const network: Record<string, Of> = {
  ports: {
    type: 'publication',
    shape: 'list',
    describe:
      'Ports published on the host, `host:container`; IPv4 and IPv6 count as one. Those asked for, if it is stopped.',
    example: ['80:80'],
    read: (container) => seen(publicationsOf(container)),
  },
  'exposed-ports': {
    type: 'string',
    shape: 'list',
    describe: 'Ports that the image or `--expose` declares; declaring publishes nothing.',
    example: ['80/tcp'],
    read: ({ inspect }) => seen(Object.keys(inspect.Config?.ExposedPorts ?? {})),
  },
  networks: {
    type: 'string',
    shape: 'list',
    describe: 'Networks that it is attached to.',
    example: ['bridge'],
    read: ({ inspect }) => seen(Object.keys(inspect.NetworkSettings?.Networks ?? {})),
  },
  'network-mode': {
    type: 'string',
    shape: 'one',
    describe: 'The network asked for with `--network`.',
    example: 'host',
    read: ({ inspect }) => seen(inspect.HostConfig?.NetworkMode),
  },
};

const limits: Record<string, Of> = {
  'restart-policy': {
    type: 'string',
    shape: 'one',
    describe: 'When the engine starts it again by itself.',
    values: ['no', 'always', 'unless-stopped', 'on-failure'],
    example: 'always',
    read: ({ inspect }) => seen(inspect.HostConfig?.RestartPolicy?.Name || 'no'),
  },
  memory: {
    type: 'size',
    shape: 'one',
    describe: 'The memory limit; 0 without one.',
    example: '512m',
    read: ({ inspect }) => seen(inspect.HostConfig?.Memory ?? 0),
  },
  cpus: {
    type: 'number',
    shape: 'one',
    describe: 'The limit on processors (`--cpus`); 0 without one.',
    example: 1.5,
    read: ({ inspect }) => seen((inspect.HostConfig?.NanoCpus ?? 0) / 1e9),
  },
  'pids-limit': {
    type: 'number',
    shape: 'one',
    describe: 'The limit on processes; 0 without one.',
    example: 100,
    read: ({ inspect }) => seen(Math.max(0, inspect.HostConfig?.PidsLimit ?? 0)),
  },
  privileged: {
    type: 'boolean',
    shape: 'one',
    describe: 'It has all of the host’s rights.',
    example: false,
    read: ({ inspect }) => seen(inspect.HostConfig?.Privileged ?? false),
  },
  'read-only': {
    type: 'boolean',
    shape: 'one',
    describe: 'Its own file system cannot be written (`--read-only`).',
    example: true,
    read: ({ inspect }) => seen(inspect.HostConfig?.ReadonlyRootfs ?? false),
  },
  'cap-add': {
    type: 'string',
    shape: 'list',
    describe: 'Capabilities added.',
    example: ['NET_ADMIN'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.CapAdd ?? [])]),
  },
  'cap-drop': {
    type: 'string',
    shape: 'list',
    describe: 'Capabilities taken away.',
    example: ['ALL'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.CapDrop ?? [])]),
  },
  'auto-remove': {
    type: 'boolean',
    shape: 'one',
    describe: 'It is removed when it ends (`--rm`).',
    example: false,
    read: ({ inspect }) => seen(inspect.HostConfig?.AutoRemove ?? false),
  },
};

const storage: Record<string, Of> = {
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
};

const raw: Record<string, Of> = {
  inspect: {
    type: 'string',
    shape: 'document',
    describe: 'Anything else of `docker inspect`, by its path.',
    example: { 'HostConfig.RestartPolicy.Name': 'always' },
    // Evidence is plain JSON; the narrow type only names the fields that we read.
    read: ({ inspect }) => seen(inspect as unknown as JsonObject),
  },
};

export const attributes: Readonly<Record<string, Of>> = {
  ...identity,
  ...state,
  ...terminal,
  ...program,
  ...network,
  ...limits,
  ...storage,
  ...raw,
};

function environmentOf(env: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    env.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}
