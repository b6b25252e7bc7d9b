import type { SubjectKey } from '../../attribute';

/** What the subject of an `event` check may say. */
export const subjectKeys: Readonly<Record<string, SubjectKey>> = {
  type: {
    name: { fr: 'sur', en: 'on' },
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
    name: { fr: 'action', en: 'action' },
    type: 'string',
    describe:
      'What happened, in the engine’s words: `top`, `attach`, `die`, `pull`, `exec_create`… What follows a colon (`exec_create: sh -c …`) is not part of it.',
    required: true,
    example: 'top',
  },
  container: {
    name: { fr: 'conteneur', en: 'container' },
    type: 'string',
    describe: 'On the container that has this name now; if there is none, on one that had it.',
    example: 'ubuntu',
  },
  image: {
    name: { fr: 'image', en: 'image' },
    type: 'string',
    describe: 'On this image, or on containers made from it.',
    example: 'ubuntu',
  },
  volume: {
    name: { fr: 'volume', en: 'volume' },
    type: 'string',
    describe: 'On this volume.',
    example: 'data',
  },
  network: {
    name: { fr: 'réseau', en: 'network' },
    type: 'string',
    describe: 'On this network.',
    example: 'backend',
  },
  while: {
    name: { fr: 'état du conteneur', en: 'state of the container' },
    type: 'string',
    describe:
      '`running`: only what happened while the container ran. `docker run -it` attaches before it starts the container, so this is how `docker attach` is told from it.',
    values: ['running'],
    example: 'running',
  },
  command: {
    name: { fr: 'commande', en: 'command' },
    type: 'string',
    describe: 'Only execs whose command line has this text, or matches this `/pattern/`.',
    pattern: true,
    example: '/^(ba)?sh/',
  },
  earlier: {
    name: { fr: 'anciens conteneurs de ce nom aussi', en: 'earlier containers of that name too' },
    type: 'boolean',
    describe: 'Also on earlier containers of that name, which have been removed since.',
    example: true,
  },
};
