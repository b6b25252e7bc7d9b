import type { EngineFact } from '../../evidence/facts';
import { message, type Message } from '../../messages/message';
import type { Attribute } from '../attribute';
import { defineKind, type CheckInput, type Diagnosis, type Look, type Opened } from '../kind';

type Of = Attribute<EngineFact>;

const attributes: Readonly<Record<string, Of>> = {
  flavour: {
    name: { fr: 'moteur', en: 'engine' },
    type: 'string',
    shape: 'one',
    describe: 'Whose engine it is.',
    values: ['docker', 'podman'],
    example: 'docker',
    read: ({ flavour }) => ({ value: flavour }),
  },
  version: {
    name: { fr: 'version du moteur', en: 'version of the engine' },
    type: 'version',
    shape: 'one',
    describe: 'The version of the engine, not of the command line.',
    example: '>=24',
    read: ({ version }) => ({ value: version }),
  },
  api: {
    name: { fr: 'version de l’API', en: 'API version' },
    type: 'version',
    shape: 'one',
    describe: 'The newest API version that it speaks.',
    example: '>=1.41',
    read: ({ apiVersion }) => ({ value: apiVersion }),
  },
  os: {
    name: { fr: 'système des conteneurs', en: 'operating system of containers' },
    type: 'string',
    shape: 'one',
    describe: 'The operating system that its containers run on.',
    example: 'linux',
    read: ({ os }) => ({ value: os }),
  },
  arch: {
    name: { fr: 'processeur', en: 'processor' },
    type: 'platform',
    shape: 'one',
    describe: 'The processor that its containers run on; `x86_64` and `amd64` are one.',
    example: 'amd64',
    read: ({ arch }) => ({ value: arch }),
  },
  kernel: {
    name: { fr: 'version du noyau', en: 'version of the kernel' },
    type: 'string',
    shape: 'one',
    describe: 'The version of the Linux kernel that all containers share.',
    example: { matches: '^6\\.' },
    read: ({ kernel }) => ({ value: kernel }),
  },
  'operating-system': {
    name: { fr: 'système de la machine', en: 'operating system of the machine' },
    type: 'string',
    shape: 'one',
    describe: 'The system that it is installed on, as `docker info` names it.',
    example: { contains: 'Debian' },
    read: ({ operatingSystem }) => ({ value: operatingSystem }),
  },
  name: {
    name: { fr: 'nom de la machine', en: 'name of the machine' },
    type: 'string',
    shape: 'one',
    describe: 'The host name of its machine.',
    example: { exists: true },
    read: ({ name }) => ({ value: name || undefined }),
  },
  'storage-driver': {
    name: { fr: 'pilote de stockage', en: 'storage driver' },
    type: 'string',
    shape: 'one',
    describe: 'What keeps the layers.',
    example: 'overlay2',
    read: ({ storageDriver }) => ({ value: storageDriver }),
  },
  store: {
    name: { fr: 'magasin d’images', en: 'image store' },
    words: {
      fr: { values: { classic: 'celui de Docker', containerd: 'containerd', podman: 'celui de Podman' } },
      en: { values: { classic: 'that of Docker', containerd: 'containerd', podman: 'that of Podman' } },
    },
    type: 'string',
    shape: 'one',
    describe: 'Which image store it has.',
    values: ['classic', 'containerd', 'podman'],
    example: 'classic',
    read: ({ store }) => ({ value: store }),
  },
  rootless: {
    name: { fr: 'sans les droits de root', en: 'without the rights of root' },
    type: 'boolean',
    shape: 'one',
    describe: 'It runs without the rights of root.',
    example: false,
    read: ({ rootless }) => ({ value: rootless ?? false }),
  },
  'cgroup-version': {
    name: { fr: 'version des cgroups', en: 'cgroup version' },
    type: 'string',
    shape: 'one',
    describe: 'The version of the control groups that limit its containers.',
    values: ['1', '2'],
    example: '2',
    read: ({ cgroupVersion }) => ({ value: cgroupVersion }),
  },
};

/** Any engine will do, or the one named. */
function openEngineFact({ check }: CheckInput, look: Look): Opened<EngineFact> {
  const fact = look({ fact: 'engine' });
  if ('fault' in fact) return fact;
  const wanted = typeof check.subject === 'string' ? check.subject : '';
  const { flavour, version } = fact.value;
  if (wanted === 'any' || wanted === flavour) return { found: fact.value };
  return {
    missing: message('engine.other-flavour', { wanted, flavour, version }),
    cause: `engine/${wanted}`,
  };
}

const otherVersion = ({ misses, resource }: Diagnosis<EngineFact>): Message | undefined => {
  const miss = misses.find(({ key }) => key === 'version' || key === 'api');
  const isPlain = typeof miss?.expected === 'string' || typeof miss?.expected === 'number';
  return miss && isPlain
    ? message('engine.other-version', {
        what: miss.key === 'api' ? 'api' : 'engine',
        wanted: String(miss.expected),
        seen: miss.key === 'api' ? resource.apiVersion : resource.version,
      })
    : undefined;
};

const rootlessness = ({ misses }: Diagnosis<EngineFact>): Message | undefined => {
  const miss = misses.find(({ key }) => key === 'rootless');
  return typeof miss?.expected === 'boolean'
    ? message(miss.expected ? 'engine.as-root' : 'engine.rootless', {})
    : undefined;
};

const otherSystem = ({ misses, resource: { os, arch } }: Diagnosis<EngineFact>): Message | undefined => {
  const miss = misses.find(({ key }) => key === 'os' || key === 'arch');
  return typeof miss?.expected === 'string'
    ? message('engine.other-platform', { wanted: miss.expected, seen: `${os}/${arch}` })
    : undefined;
};

export const engine = defineKind<EngineFact>({
  kind: 'engine',
  name: { fr: 'moteur', en: 'engine' },
  describe: 'The engine that is graded.',
  subject: { type: 'string', describe: '`docker`, `podman`, or `any`.', example: 'docker' },
  parameters: {},
  attributes,
  assertsPresence: true,
  needs: () => [{ fact: 'engine' }],
  open: openEngineFact,
  nearMisses: [otherVersion, rootlessness, otherSystem],
});
