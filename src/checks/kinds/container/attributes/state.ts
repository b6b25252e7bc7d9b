import { containerStates, isCrashLooping, stateOf } from '../state';
import { seen, type Attributes } from './attributes-of';

/** How it is, and how it ended. */
export const state: Attributes = {
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
  'health-check': {
    type: 'string',
    shape: 'list',
    describe: 'The command of its health check, word by word, with `CMD` or `CMD-SHELL` in front.',
    example: { exists: true },
    read: ({ inspect }) => seen(inspect.Config?.Healthcheck?.Test?.slice()),
  },
};
