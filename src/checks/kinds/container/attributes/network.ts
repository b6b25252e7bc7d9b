import type { ContainerInspect } from '../../../../evidence/docker';
import { publishedPorts, requestedPorts } from '../ports';
import { containerPort, extraHost, networkMode } from '../../../spellings';
import { seen, type Attributes } from './attributes-of';

/** How it is reached. */
export const network: Attributes = {
  ports: {
    name: { fr: 'ports publiés', en: 'published ports' },
    words: {
      fr: { element: { a: 'un port', no: 'aucun port' } },
      en: { element: { a: 'a port', no: 'no port' } },
    },
    type: 'publication',
    shape: 'list',
    describe:
      'Ports published on the host, `host:container`, that are in force at this moment; IPv4 and IPv6 count as one. None while it does not run, even if ' +
      '`-p` asked for them: a check of nothing but ports is then blocked by that. None on the host’s own network, nor on one that publishes nothing.',
    example: ['80:80'],
    read: (container) => seen(publishedPorts(container)),
  },
  'requested-ports': {
    name: { fr: 'ports demandés avec -p', en: 'ports asked for with -p' },
    type: 'publication',
    shape: 'list',
    describe:
      'Ports that `-p` and `-P` asked for when it was created, whatever became of them; also of a container that does not run.',
    example: ['80:80'],
    read: (container) => seen(requestedPorts(container)),
  },
  'exposed-ports': {
    name: { fr: 'ports déclarés', en: 'declared ports' },
    type: 'string',
    shape: 'list',
    spell: containerPort,
    describe: 'Ports that the image or `--expose` declares; declaring publishes nothing. `80` is `80/tcp`.',
    example: ['80/tcp'],
    read: ({ inspect }) => seen(Object.keys(inspect.Config?.ExposedPorts ?? {})),
  },
  networks: {
    name: { fr: 'réseaux', en: 'networks' },
    words: {
      fr: { element: { a: 'un réseau', no: 'aucun réseau' } },
      en: { element: { a: 'a network', no: 'no network' } },
    },
    type: 'string',
    shape: 'list',
    describe: 'Networks that it is attached to.',
    example: ['bridge'],
    read: ({ inspect }) => seen(Object.keys(inspect.NetworkSettings?.Networks ?? {}).map(dockersName)),
  },
  'network-mode': {
    name: { fr: 'réseau demandé', en: 'network asked for' },
    type: 'string',
    shape: 'one',
    spell: networkMode,
    describe: 'The network asked for with `--network`; `bridge` where none was.',
    example: 'host',
    read: ({ inspect }) => seen(inspect.HostConfig?.NetworkMode),
  },
  'ip-addresses': {
    name: { fr: 'adresses IP', en: 'IP addresses' },
    type: 'string',
    shape: 'map',
    describe: 'Its IPv4 address on each network; only while it runs.',
    example: { bridge: '/^172[.]/' },
    read: ({ inspect }) => seen(addressesOf(inspect)),
  },
  aliases: {
    name: { fr: 'noms sur le réseau', en: 'names on the network' },
    type: 'string',
    shape: 'list',
    describe: 'Names by which containers on the same network find it (`--network-alias`).',
    example: ['db'],
    read: ({ inspect }) =>
      seen(
        Object.values(inspect.NetworkSettings?.Networks ?? {}).flatMap(({ Aliases }) => [...(Aliases ?? [])]),
      ),
  },
  'extra-hosts': {
    name: { fr: 'lignes ajoutées à /etc/hosts', en: 'lines added to /etc/hosts' },
    type: 'string',
    shape: 'list',
    spell: extraHost,
    describe: 'Lines added to its `/etc/hosts` (`--add-host`), `name:address`.',
    example: ['registry:10.0.0.5'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.ExtraHosts ?? [])]),
  },
  dns: {
    name: { fr: 'serveurs de noms', en: 'name servers' },
    type: 'string',
    shape: 'list',
    describe: 'Name servers asked for (`--dns`).',
    example: ['9.9.9.9'],
    read: ({ inspect }) => seen([...(inspect.HostConfig?.Dns ?? [])]),
  },
};

function addressesOf({ NetworkSettings: settings }: ContainerInspect): Record<string, string> {
  const addresses = Object.entries(settings?.Networks ?? {}).flatMap(
    ([network, { IPAddress: address = '' }]) =>
      address === '' ? [] : [[dockersName(network), address] as const],
  );
  return Object.fromEntries(addresses);
}

/** What Docker calls `bridge` is `podman` with Podman, where `--network bridge` means it all the same. */
const dockersName = (network: string): string => (network === 'podman' ? 'bridge' : network);
