import { program, signal, user } from '../../../spellings';
import { seen, words, type Attributes } from './attributes-of';

/** What runs in it, and as what. */
export const programs: Attributes = {
  tty: {
    name: { fr: 'terminal', en: 'terminal' },
    words: {
      fr: { values: { true: 'avec un terminal (-t)', false: 'sans terminal' } },
      en: { values: { true: 'with a terminal (-t)', false: 'without a terminal' } },
    },
    type: 'boolean',
    shape: 'one',
    describe: 'It has a terminal (`-t`).',
    example: true,
    read: ({ inspect }) => seen(inspect.Config?.Tty ?? false),
  },
  stdin: {
    name: { fr: 'entrée standard', en: 'standard input' },
    words: {
      fr: { values: { true: 'ouverte (-i)', false: 'fermée' } },
      en: { values: { true: 'open (-i)', false: 'closed' } },
    },
    type: 'boolean',
    shape: 'one',
    describe: 'Its standard input is kept open (`-i`).',
    example: true,
    read: ({ inspect }) => seen(inspect.Config?.OpenStdin ?? false),
  },
  command: {
    name: { fr: 'commande', en: 'command' },
    type: 'string',
    shape: 'list',
    spell: program,
    describe: 'The command, word by word, without the entry point.',
    example: ['bash'],
    read: ({ inspect }) => seen(words(inspect.Config?.Cmd)),
  },
  entrypoint: {
    name: { fr: 'point d’entrée', en: 'entry point' },
    type: 'string',
    shape: 'list',
    spell: program,
    describe: 'The entry point, word by word.',
    example: ['/docker-entrypoint.sh'],
    read: ({ inspect }) => seen(words(inspect.Config?.Entrypoint)),
  },
  'main-process': {
    name: { fr: 'processus principal', en: 'main process' },
    type: 'path',
    shape: 'one',
    spell: program,
    describe:
      'The program that it really starts: the entry point, else the command. `bash` is `/bin/bash`, as for a shell.',
    example: '/bin/bash',
    read: ({ inspect }) => seen(inspect.Path),
  },
  env: {
    name: { fr: 'variables d’environnement', en: 'environment variables' },
    words: {
      fr: { element: { a: 'une variable', no: 'aucune variable' } },
      en: { element: { a: 'a variable', no: 'no variable' } },
    },
    type: 'string',
    shape: 'map',
    describe: 'Environment variables; only the values of those named here are read.',
    example: { MODE: 'production' },
    read: ({ inspect }) => seen(environmentOf(inspect.Config?.Env ?? [])),
  },
  user: {
    name: { fr: 'utilisateur', en: 'user' },
    type: 'string',
    shape: 'one',
    spell: user,
    describe: 'The user of its main process; nothing where none was named, which is `root`.',
    example: 'www-data',
    read: ({ inspect }) => seen(inspect.Config?.User ?? ''),
  },
  workdir: {
    name: { fr: 'dossier de travail', en: 'working directory' },
    type: 'path',
    shape: 'one',
    describe: 'The working directory.',
    example: '/app',
    read: ({ inspect }) => seen(inspect.Config?.WorkingDir || '/'),
  },
  'stop-signal': {
    name: { fr: 'signal d’arrêt', en: 'stop signal' },
    type: 'string',
    shape: 'one',
    spell: signal,
    describe: 'The signal that `docker stop` sends first, by name or number.',
    example: 'SIGQUIT',
    read: ({ inspect }) => seen(signal(inspect.Config?.StopSignal || 'SIGTERM')[0]),
  },
  init: {
    name: { fr: 'init comme premier processus', en: 'init as first process' },
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
