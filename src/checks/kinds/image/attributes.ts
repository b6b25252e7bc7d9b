import { caps } from '../../../evidence/caps';
import { localDigests, parsedNames } from '../../../evidence/local-digests';
import type { ContainerConfig } from '../../../evidence/docker';
import { message } from '../../../messages/message';
import { familiar } from '../../../text/image-reference';
import type { Json, JsonObject } from '../../../text/json';
import { formatPlatform } from '../../../text/platform';
import { cutAt, type Attribute, type Cut, type Seen } from '../../attribute';
import { readBases } from './based-on';
import { readContainers } from './containers';
import type { Image } from './open';
import { readPulled, readVerified } from './origin';

type Of = Attribute<Image>;
const seen = (value: Json | undefined): Seen => ({ value });
const configOf = ({ inspect }: Image): ContainerConfig => inspect.Config ?? {};
const words = (value: readonly string[] | string | null | undefined): string[] =>
  typeof value === 'string' ? [value] : [...(value ?? [])];

const provenance: Record<string, Of> = {
  pulled: {
    name: { fr: 'téléchargée depuis un registre', en: 'pulled from a registry' },
    type: 'boolean',
    shape: 'one',
    describe:
      'It came from a registry under this very name: not tagged, built, committed, loaded or imported here.',
    example: true,
    read: readPulled,
  },
  verified: {
    name: { fr: 'vérifiée auprès du registre', en: 'verified by the registry' },
    type: 'boolean',
    shape: 'one',
    describe: 'Its digest is one that the registry serves under this name, or one of the lab’s `digests:`.',
    example: true,
    read: readVerified,
  },
  content: {
    name: { fr: 'état du contenu', en: 'state of the content' },
    words: {
      fr: { values: { intact: 'intact', damaged: 'abîmé' } },
      en: { values: { intact: 'intact', damaged: 'damaged' } },
    },
    type: 'string',
    shape: 'one',
    describe:
      'Whether all layers and the configuration still are what their digests say; reads the whole image.',
    values: ['intact', 'damaged'],
    example: 'intact',
    read: readContent,
  },
  'based-on': {
    name: { fr: 'images de base', en: 'base images' },
    type: 'reference',
    shape: 'list',
    describe: 'Images whose layers it begins with; those that the expectation names are looked at.',
    example: 'ubuntu:latest',
    read: readBases,
  },
};

const identity: Record<string, Of> = {
  id: {
    name: { fr: 'identifiant', en: 'ID' },
    type: 'string',
    shape: 'one',
    describe: 'The full ID, with `sha256:`. It differs between engines, so compare it with other facts only.',
    example: { 'same-as': 'image/ubuntu.id' },
    read: ({ inspect }) => seen(inspect.Id),
  },
  tags: {
    name: { fr: 'noms et tags', en: 'names and tags' },
    words: {
      fr: { element: { a: 'un nom', no: 'aucun nom' } },
      en: { element: { a: 'a name', no: 'no name' } },
    },
    type: 'reference',
    shape: 'list',
    describe: 'All names and tags of the image.',
    example: ['ubuntu:latest'],
    read: ({ inspect }) => seen(parsedNames(inspect.RepoTags).map(familiar)),
  },
  digests: {
    name: { fr: 'empreintes', en: 'digests' },
    words: {
      fr: { element: { a: 'une empreinte', no: 'aucune empreinte' } },
      en: { element: { a: 'a digest', no: 'no digest' } },
    },
    type: 'string',
    shape: 'list',
    describe: 'Digests (`sha256:…`) that the engine knows for this name.',
    example: { size: { gte: 1 } },
    read: (image) => {
      if ('fault' in image.engine) return image.engine;
      const { inspect, name, engine } = image;
      return seen(name ? [...localDigests(inspect, engine.value.store, name)] : []);
    },
  },
  os: {
    name: { fr: 'système', en: 'operating system' },
    type: 'string',
    shape: 'one',
    describe: 'The operating system that it is for.',
    example: 'linux',
    read: ({ inspect }) => seen(inspect.Os),
  },
  arch: {
    name: { fr: 'processeur', en: 'processor' },
    type: 'platform',
    shape: 'one',
    describe: 'The processor that it is for; `x86_64` and `amd64` are one.',
    example: 'amd64',
    read: ({ inspect }) => seen(formatPlatform(processorOf(inspect)) || undefined),
  },
  platform: {
    name: { fr: 'plateforme', en: 'platform' },
    type: 'platform',
    shape: 'one',
    describe: 'Operating system and processor.',
    example: 'linux/amd64',
    read: ({ inspect }) =>
      seen(formatPlatform({ ...(inspect.Os && { os: inspect.Os }), ...processorOf(inspect) }) || undefined),
  },
  labels: {
    name: { fr: 'étiquettes', en: 'labels' },
    words: {
      fr: { element: { a: 'une étiquette', no: 'aucune étiquette' } },
      en: { element: { a: 'a label', no: 'no label' } },
    },
    type: 'string',
    shape: 'map',
    describe: 'Its labels.',
    example: { maintainer: 'team blue' },
    read: (image) => seen(configOf(image).Labels ?? {}),
  },
  author: {
    name: { fr: 'auteur', en: 'author' },
    type: 'string',
    shape: 'one',
    describe: 'The author that a build or commit noted.',
    example: 'Ada',
    read: ({ inspect }) => seen(inspect.Author || undefined),
  },
};

const making: Record<string, Of> = {
  created: {
    name: { fr: 'date de création', en: 'date of creation' },
    type: 'string',
    shape: 'one',
    describe: 'When it was made (ISO 8601), not when it was pulled.',
    example: { matches: '^2026-' },
    read: ({ inspect }) => seen(inspect.Created),
  },
  size: {
    name: { fr: 'taille', en: 'size' },
    type: 'size',
    shape: 'one',
    describe:
      'Its size as `docker images` shows it; with the containerd image store that of the packed layers.',
    example: { lt: '300m' },
    read: ({ inspect }) => seen(inspect.Size),
  },
  layers: {
    name: { fr: 'nombre de couches', en: 'number of layers' },
    type: 'number',
    shape: 'one',
    describe: 'How many layers it has.',
    example: { lte: 10 },
    read: ({ inspect }) => seen(inspect.RootFS?.Layers?.length ?? 0),
  },
  history: {
    name: { fr: 'historique', en: 'history' },
    words: {
      fr: { element: { a: 'une étape', no: 'aucune étape' } },
      en: { element: { a: 'a step', no: 'no step' } },
    },
    type: 'text',
    shape: 'list',
    describe: 'What made its layers, the newest first, as `docker history --no-trunc` shows it.',
    example: { any: ['/apt-get install/'] },
    read: ({ history }) => ({
      value: history.map(({ createdBy }) => createdBy),
      ...historyCut(history),
    }),
  },
  containers: {
    name: { fr: 'conteneurs', en: 'containers' },
    words: {
      fr: { element: { a: 'un conteneur', no: 'aucun conteneur' } },
      en: { element: { a: 'a container', no: 'no container' } },
    },
    type: 'string',
    shape: 'list',
    describe:
      'Names of the containers made from it, running or not; where the lab means a registry’s image, not those of another one that has its name.',
    example: { size: 1 },
    read: readContainers,
  },
};

const start: Record<string, Of> = {
  command: {
    name: { fr: 'commande', en: 'command' },
    type: 'string',
    shape: 'list',
    describe: 'The command that a container gets, word by word (`CMD`).',
    example: ['/bin/bash'],
    read: (image) => seen(words(configOf(image).Cmd)),
  },
  entrypoint: {
    name: { fr: 'point d’entrée', en: 'entry point' },
    type: 'string',
    shape: 'list',
    describe: 'The entry point, word by word.',
    example: ['/docker-entrypoint.sh'],
    read: (image) => seen(words(configOf(image).Entrypoint)),
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
    read: (image) => seen(variablesOf(configOf(image).Env ?? [])),
  },
  user: {
    name: { fr: 'utilisateur', en: 'user' },
    type: 'string',
    shape: 'one',
    describe: 'The user that a container runs as; empty for root.',
    example: 'www-data',
    read: (image) => seen(configOf(image).User ?? ''),
  },
  workdir: {
    name: { fr: 'dossier de travail', en: 'working directory' },
    type: 'path',
    shape: 'one',
    describe: 'The working directory.',
    example: '/app',
    read: (image) => seen(configOf(image).WorkingDir || '/'),
  },
  'exposed-ports': {
    name: { fr: 'ports déclarés', en: 'declared ports' },
    type: 'string',
    shape: 'list',
    describe: 'Ports that it declares (`EXPOSE`); declaring publishes nothing.',
    example: ['80/tcp'],
    read: (image) => seen(Object.keys(configOf(image).ExposedPorts ?? {})),
  },
  volumes: {
    name: { fr: 'volumes déclarés', en: 'declared volumes' },
    type: 'path',
    shape: 'list',
    describe: 'Folders that it declares as volumes.',
    example: ['/data'],
    read: (image) => seen(Object.keys(configOf(image).Volumes ?? {})),
  },
  healthcheck: {
    name: { fr: 'commande du test de santé', en: 'command of the health check' },
    type: 'string',
    shape: 'list',
    describe: 'The health check’s command, word by word, after `CMD` or `CMD-SHELL`.',
    example: { exists: true },
    read: (image) => seen(configOf(image).Healthcheck?.Test?.slice(1)),
  },
};

const raw: Record<string, Of> = {
  inspect: {
    name: { fr: 'détails de docker image inspect', en: 'details of docker image inspect' },
    type: 'string',
    shape: 'document',
    describe: 'Anything else of `docker image inspect`, by its path.',
    example: { 'RootFS.Type': 'layers' },
    // Evidence is plain JSON; the narrow type only names the fields that we read.
    read: ({ inspect }) => seen(inspect as unknown as JsonObject),
  },
};

export const attributes: Readonly<Record<string, Of>> = {
  ...provenance,
  ...identity,
  ...making,
  ...start,
  ...raw,
};

/** Steps are missing, or one says more than what is kept of it. */
function historyCut(history: Image['history']): { readonly cut?: Cut } {
  const deep = history.some(({ createdBy }) => createdBy.length >= caps.imageStepText);
  return cutAt(deep || history.length >= caps.imageSteps, { items: caps.imageSteps, ...(deep && { deep }) });
}

function readContent({ content, shown }: Image): Seen {
  if ('fault' in content) return content;
  if (content.value === null) return seen(undefined);
  const { intact, broken } = content.value;
  return intact
    ? seen('intact')
    : { value: 'damaged', message: message('image.damaged', { name: shown, broken: broken.slice(0, 3) }) };
}

const processorOf = ({ Architecture, Variant }: Image['inspect']) => ({
  ...(Architecture && { architecture: Architecture }),
  ...(Variant && { variant: Variant }),
});

const variablesOf = (env: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    env.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }),
  );
