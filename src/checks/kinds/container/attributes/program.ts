import { seen, words, type Attributes } from './attributes-of';

/** What runs in it, and as what. */
export const program: Attributes = {
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
  'stop-signal': {
    type: 'string',
    shape: 'one',
    describe: 'The signal that `docker stop` sends first.',
    example: 'SIGQUIT',
    read: ({ inspect }) => seen(signalName(inspect.Config?.StopSignal || 'SIGTERM')),
  },
  init: {
    type: 'boolean',
    shape: 'one',
    describe: 'A small init runs as its first process (`--init`).',
    example: true,
    read: ({ inspect }) => seen(inspect.HostConfig?.Init ?? false),
  },
};

function environmentOf(env: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    env.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** Podman gives numbers. */
const signals: Readonly<Record<string, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  15: 'SIGTERM',
  28: 'SIGWINCH',
};
const signalName = (signal: string): string => signals[signal] ?? signal;
