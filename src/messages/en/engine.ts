import type { Catalogue } from '../catalogue';
import type { EngineMessages } from '../codes/engine';

/** How people write the engines' names. */
const names: Readonly<Record<string, string>> = { docker: 'Docker', podman: 'Podman' };

export const engine: Catalogue<EngineMessages> = {
  'engine.other-flavour': ({ wanted, flavour, version }) => ({
    says: `The engine that answers is ${names[flavour] ?? flavour} ${version}, the lab asks for ${names[wanted] ?? wanted}.`,
    hint: 'The docker command can talk to several engines: check the context and the variable DOCKER_HOST.',
    command: 'docker context ls',
  }),
  'engine.other-version': ({ what, wanted, seen }) => ({
    says: `The version of ${what === 'api' ? 'the engine’s API' : 'the engine'} is ${seen}, the lab asks for ${wanted}.`,
    hint: 'docker version gives two: that of the command (Client) and that of the engine (Server), which counts here.',
    command: 'docker version',
  }),
  'engine.other-platform': ({ wanted, seen }) => ({
    says: `The engine runs its containers on ${seen}, the lab asks for ${wanted}.`,
    hint: 'Is this the engine of the right machine?',
    command: 'docker context ls',
  }),
  'engine.rootless': () => ({
    says: 'This engine runs without the rights of root (rootless), the lab asks for that of the system.',
    command: 'docker context use default',
  }),
  'engine.as-root': () => ({
    says: 'This engine runs with the rights of root, the lab asks for one without them (rootless).',
    command: 'docker context use rootless',
  }),
};
