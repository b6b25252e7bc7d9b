import type { Catalogue } from '../../catalogue';
import type { ContainerPorts } from '../../codes/container/ports';
import { quote as q } from '../quote';

const fixedAtCreation =
  'Ports are chosen when the container is created: remove it and create it again with the right ones.';
const publish = (ask: string): string => `docker run … -p ${ask} …`;

export const ports: Catalogue<ContainerPorts> = {
  'container.other-host-port': ({ container, host, seen, ask }) => ({
    says: `Container port ${container} is published on host port ${seen} instead of ${host}.`,
    hint: fixedAtCreation,
    command: publish(ask),
  }),
  'container.random-host-port': ({ container, host, seen, ask }) => ({
    says:
      seen === undefined
        ? `Container port ${container} is published on a random host port instead of ${host}.`
        : `Container port ${container} was given a random host port (${seen}) instead of ${host}.`,
    hint: `-p ${container} and -P let Docker choose; give the host port as well. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.other-container-port': ({ container, host, seen, ask }) => ({
    says: `Host port ${host} leads to container port ${seen} instead of ${container}.`,
    hint: `-p reads host:container. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.ports-swapped': ({ seen, ask }) => ({
    says: `The two ports are swapped: ${q(seen)} instead of ${q(ask)}.`,
    hint: `-p reads host:container. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.both-ports-differ': ({ seen, ask, container }) => ({
    says: `The container publishes ${q(seen)}; the service listens on container port ${container}, so ${q(ask)} is needed.`,
    hint: `-p reads host:container. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.other-protocol': ({ seen, wanted, ask }) => ({
    says: `The port is published for ${seen} instead of ${wanted}.`,
    hint: fixedAtCreation,
    command: publish(ask),
  }),
  'container.loopback-only': ({ address, ask }) => ({
    says: `The port is published on ${address} only: it answers from the host itself alone, and must answer on all its addresses.`,
    hint: `Give -p no address. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.one-address-only': ({ address, ask }) => ({
    says: `The port is published on the host's address ${address} only.`,
    hint: fixedAtCreation,
    command: publish(ask),
  }),
  'container.ipv6-only': ({ ask }) => ({
    says: "The port is published on the host's IPv6 addresses only.",
    hint: `Give -p no address. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.every-address': ({ address, ask }) => ({
    says: `The port is published on all addresses of the host; it must be on ${address} only.`,
    hint: `The address goes in front of the ports. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.exposed-only': ({ container, ask }) => ({
    says: `Port ${container} is declared (EXPOSE) but not published: the host gives no access to it.`,
    hint: `Declaring a port does not publish it. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.not-published': ({ container, ask }) => ({
    says: `Container port ${container} is not published on the host.`,
    hint: 'A port cannot be added afterwards: create the container again with the option -p.',
    command: publish(ask),
  }),
  'container.host-network': ({ ask }) => ({
    says: "The container shares the host's network (--network host): its ports answer there, but nothing is published and -p has no effect.",
    hint: 'Create it again without --network host, with the option -p.',
    command: publish(ask),
  }),
  'container.no-network': ({ ask }) => ({
    says: 'The container has no network (--network none): no port can lead to it.',
    hint: 'Create it again without --network none.',
    command: publish(ask),
  }),
  'container.shared-network': ({ ask }) => ({
    says: 'The container shares the network of another one (--network container:…): it is that other container that publishes the ports.',
    hint: 'Create it again without --network, with the option -p.',
    command: publish(ask),
  }),
  'container.port-not-in-force': ({ name, asked, networks }) => ({
    says: `Container ${q(name)} was created with -p ${asked}, but that port is not published at this moment; it is attached to ${networks.map(q).join(', ')}.`,
    hint: networks.includes('bridge')
      ? 'Another container or a program of the host may hold the port: free it, then connect the container to its network again.'
      : 'A network created with --internal, or by a driver such as macvlan, publishes no port: connect the container to an ordinary network as well.',
    command: networks.includes('bridge')
      ? `docker network disconnect bridge ${name} && docker network connect bridge ${name}`
      : `docker network connect bridge ${name}`,
  }),
  'container.publish-all-of-none': ({ container, ask }) => ({
    says: `-P publishes only the ports that the image declares, and it declares none: container port ${container} is not published.`,
    hint: `Give both ports with -p. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.disconnected': ({ name, network }) => ({
    says: `Container ${q(name)} is not attached to any network any more: its port is no longer published.`,
    hint: 'Connect it to its network again.',
    command: `docker network connect ${network} ${name}`,
  }),
  'container.extra-port': ({ seen }) => ({
    says: `The container also publishes ${q(seen)}, which it must not.`,
    hint: fixedAtCreation,
  }),
};
