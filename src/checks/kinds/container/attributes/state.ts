import { message } from '../../../../messages/message';
import type { Seen } from '../../../attribute';
import type { Container } from '../container';
import { containerStates, isCrashLooping, stateOf } from '../state';
import { seen, type Attributes } from './attributes-of';

/** How it is, and how it ended. */
export const state: Attributes = {
  state: {
    name: { fr: 'état', en: 'state' },
    words: {
      fr: {
        values: {
          created: 'créé, mais jamais démarré',
          running: 'en marche',
          restarting: 'redémarre sans cesse',
          paused: 'en pause',
          exited: 'arrêté',
          removing: 'en cours de suppression',
          dead: 'inutilisable (dead)',
        },
      },
      en: {
        values: {
          created: 'created, but never started',
          running: 'running',
          restarting: 'started again and again',
          paused: 'paused',
          exited: 'stopped',
          removing: 'being removed',
          dead: 'unusable (dead)',
        },
      },
    },
    type: 'string',
    shape: 'one',
    describe: 'Its state; `restarting` also while it crashes again and again.',
    values: containerStates,
    example: 'running',
    read: (container) => seen(stateOf(container)),
  },
  'exit-code': {
    name: { fr: 'code de sortie', en: 'exit code' },
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
    name: { fr: 'état de santé', en: 'health' },
    words: {
      fr: {
        values: {
          none: 'sans test de santé',
          starting: 'pas encore connu (starting)',
          healthy: 'bon (healthy)',
          unhealthy: 'mauvais (unhealthy)',
        },
      },
      en: {
        values: {
          none: 'without a health check',
          starting: 'not known yet (starting)',
          healthy: 'healthy',
          unhealthy: 'unhealthy',
        },
      },
    },
    type: 'string',
    shape: 'one',
    describe: 'What its health check says; `none` without a health check.',
    values: ['none', 'starting', 'healthy', 'unhealthy'],
    example: 'healthy',
    read: ({ inspect }) => seen(inspect.State?.Health?.Status || 'none'),
  },
  'crash-looping': {
    name: { fr: 'arrêts et redémarrages en boucle', en: 'crashing again and again' },
    type: 'boolean',
    shape: 'one',
    describe: 'It ends and is started again and again by its restart policy.',
    example: false,
    read: (container) => seen(isCrashLooping(container)),
  },
  'never-stopped': {
    name: { fr: 'arrêts', en: 'stops' },
    words: {
      fr: { values: { true: 'n’a jamais été arrêté', false: 'a été arrêté' } },
      en: { values: { true: 'has never been stopped', false: 'has been stopped' } },
    },
    type: 'boolean',
    shape: 'one',
    describe:
      'Its main process has run since its first start: what Ctrl-P Ctrl-Q leaves behind, and `exit` or `docker stop` do not. Closing the terminal window leaves the same.',
    example: true,
    read: (container) => neverStopped(container),
  },
  'restart-count': {
    name: { fr: 'nombre de redémarrages automatiques', en: 'number of automatic restarts' },
    type: 'number',
    shape: 'one',
    describe: 'How often its restart policy started it again; `docker restart` does not count.',
    example: { lte: 1 },
    read: ({ inspect }) => seen(inspect.RestartCount ?? 0),
  },
  'oom-killed': {
    name: { fr: 'arrêté faute de mémoire', en: 'ended for lack of memory' },
    type: 'boolean',
    shape: 'one',
    describe: 'The kernel ended it for lack of memory.',
    example: false,
    read: ({ inspect }) => seen(inspect.State?.OOMKilled ?? false),
  },
  'health-check': {
    name: { fr: 'commande du test de santé', en: 'command of the health check' },
    type: 'string',
    shape: 'list',
    describe: 'The command of its health check, word by word, with `CMD` or `CMD-SHELL` in front.',
    example: { exists: true },
    // `--no-healthcheck` is written as the test `NONE`.
    read: ({ inspect }) => seen((inspect.Config?.Healthcheck?.Test ?? []).filter((word) => word !== 'NONE')),
  },
};

/** The engine keeps the end of the last run, also when it runs again; the year 1 says that there was none. */
function neverStopped({ inspect }: Container): Seen {
  const { FinishedAt = '', StartedAt = '' } = inspect.State ?? {};
  if (!isTime(FinishedAt)) return seen(isTime(StartedAt));
  if (inspect.State?.Running !== true) return seen(false);
  const name = (inspect.Name ?? '').replace(/^\//, '');
  const at = `${FinishedAt.slice(0, 19).replace('T', ' ')} UTC`;
  return { value: false, message: message('container.was-stopped', { name, at }) };
}

const isTime = (text: string): boolean => text !== '' && !text.startsWith('0001-');
