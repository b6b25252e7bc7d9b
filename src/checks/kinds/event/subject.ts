import type { Parameter } from '../../attribute';

/** What the subject of an `event` check may say. */
export const subjectKeys: Readonly<Record<string, Parameter>> = {
  type: {
    type: 'string',
    describe: 'What it happened to.',
    required: true,
    values: [
      'container',
      'image',
      'volume',
      'network',
      'daemon',
      'plugin',
      'service',
      'node',
      'secret',
      'config',
    ],
    example: 'container',
  },
  action: {
    type: 'string',
    describe:
      'What happened, in the engine’s words: `top`, `attach`, `die`, `pull`, `exec_create`… What follows a colon (`exec_create: sh -c …`) is not part of it.',
    required: true,
    example: 'top',
  },
  container: {
    type: 'string',
    describe: 'On the container that has this name now; if there is none, on one that had it.',
    example: 'ubuntu',
  },
  image: {
    type: 'string',
    describe: 'On this image, or on containers made from it.',
    example: 'ubuntu',
  },
  volume: { type: 'string', describe: 'On this volume.', example: 'data' },
  network: { type: 'string', describe: 'On this network.', example: 'backend' },
  while: {
    type: 'string',
    describe:
      '`running`: only what happened while the container ran. `docker run -it` attaches before it starts the container, so this is how `docker attach` is told from it.',
    values: ['running'],
    example: 'running',
  },
  command: {
    type: 'string',
    describe: 'Only execs whose command line has this text, or matches this `/pattern/`.',
    pattern: true,
    example: '/^(ba)?sh/',
  },
  earlier: {
    type: 'boolean',
    describe: 'Also on earlier containers of that name, which have been removed since.',
    example: true,
  },
};
