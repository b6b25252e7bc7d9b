import type { Catalogue } from '../catalogue';
import type { EngineMessages } from '../codes/engine';

/** How people write the engines' names. */
const names: Readonly<Record<string, string>> = { docker: 'Docker', podman: 'Podman' };

export const engine: Catalogue<EngineMessages> = {
  'engine.other-flavour': ({ wanted, flavour, version }) => ({
    says: `Le moteur interrogé est ${names[flavour] ?? flavour} ${version}, l’énoncé demande ${names[wanted] ?? wanted}.`,
    hint: 'La commande docker peut parler à plusieurs moteurs : vérifiez le contexte et la variable DOCKER_HOST.',
    command: 'docker context ls',
  }),
  'engine.other-version': ({ what, wanted, seen }) => ({
    says: `${what === 'api' ? 'L’API du moteur' : 'Le moteur'} est en version ${seen}, l’énoncé demande ${wanted}.`,
    hint: 'docker version donne deux versions : celle de la commande (Client) et celle du moteur (Server), qui compte ici.',
    command: 'docker version',
  }),
  'engine.other-platform': ({ wanted, seen }) => ({
    says: `Le moteur fait tourner ses conteneurs sur ${seen}, l’énoncé demande ${wanted}.`,
    hint: 'Est-ce le moteur de la bonne machine ?',
    command: 'docker context ls',
  }),
  'engine.rootless': () => ({
    says: 'Ce moteur tourne sans les droits de root (rootless), l’énoncé demande celui du système.',
    command: 'docker context use default',
  }),
  'engine.as-root': () => ({
    says: 'Ce moteur tourne avec les droits de root, l’énoncé demande un moteur sans ces droits (rootless).',
    command: 'docker context use rootless',
  }),
};
