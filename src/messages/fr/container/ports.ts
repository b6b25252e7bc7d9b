import type { Catalogue } from '../../catalogue';
import type { ContainerPorts } from '../../codes/container/ports';
import { quote as q } from '../quote';

const fixedAtCreation =
  'Les ports se choisissent à la création : supprimez le conteneur et recréez-le avec les bons.';
const publish = (ask: string): string => `docker run … -p ${ask} …`;

export const ports: Catalogue<ContainerPorts> = {
  'container.other-host-port': ({ container, host, seen, ask }) => ({
    says: `Le port ${container} du conteneur est publié sur le port ${seen} de l’hôte au lieu du port ${host}.`,
    hint: fixedAtCreation,
    command: publish(ask),
  }),
  'container.random-host-port': ({ container, host, seen, ask }) => ({
    says:
      seen === undefined
        ? `Le port ${container} du conteneur est publié sur un port de l’hôte choisi au hasard, au lieu du port ${host}.`
        : `Le port ${container} du conteneur a reçu un port de l’hôte au hasard (${seen}) au lieu du port ${host}.`,
    hint: `-p ${container} ou -P laissent Docker choisir ; donnez aussi le port de l’hôte. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.other-container-port': ({ container, host, seen, ask }) => ({
    says: `Le port ${host} de l’hôte mène au port ${seen} du conteneur au lieu du port ${container}.`,
    hint: `-p se lit hôte:conteneur. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.ports-swapped': ({ seen, ask }) => ({
    says: `Les deux ports sont inversés : ${q(seen)} au lieu de ${q(ask)}.`,
    hint: `-p se lit hôte:conteneur. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.both-ports-differ': ({ seen, ask, container }) => ({
    says: `Le conteneur publie ${q(seen)} ; le service écoute sur le port ${container} du conteneur, il faut ${q(ask)}.`,
    hint: `-p se lit hôte:conteneur. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.other-protocol': ({ seen, wanted, ask }) => ({
    says: `Le port est publié en ${seen} au lieu de ${wanted}.`,
    hint: fixedAtCreation,
    command: publish(ask),
  }),
  'container.loopback-only': ({ address, ask }) => ({
    says: `Le port n’est publié que sur ${address} : il ne répond que depuis l’hôte lui-même, alors qu’il doit répondre sur toutes ses adresses.`,
    hint: `Ne donnez pas d’adresse à -p. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.one-address-only': ({ address, ask }) => ({
    says: `Le port n’est publié que sur l’adresse ${address} de l’hôte.`,
    hint: fixedAtCreation,
    command: publish(ask),
  }),
  'container.ipv6-only': ({ ask }) => ({
    says: 'Le port n’est publié que sur les adresses IPv6 de l’hôte.',
    hint: `Ne donnez pas d’adresse à -p. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.every-address': ({ address, ask }) => ({
    says: `Le port est publié sur toutes les adresses de l’hôte ; il doit l’être sur ${address} seulement.`,
    hint: `L’adresse se met devant les ports. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.exposed-only': ({ container, ask }) => ({
    says: `Le port ${container} est déclaré (EXPOSE), mais il n’est pas publié : l’hôte n’y donne pas accès.`,
    hint: `Déclarer un port ne le publie pas. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.not-published': ({ container, ask }) => ({
    says: `Le port ${container} du conteneur n’est pas publié sur l’hôte.`,
    hint: `Un port ne s’ajoute pas après coup : recréez le conteneur avec l’option -p.`,
    command: publish(ask),
  }),
  'container.host-network': ({ ask }) => ({
    says: 'Le conteneur partage le réseau de l’hôte (--network host) : ses ports y répondent, mais rien n’est publié et -p est sans effet.',
    hint: 'Recréez-le sans --network host, avec l’option -p.',
    command: publish(ask),
  }),
  'container.no-network': ({ ask }) => ({
    says: 'Le conteneur n’a pas de réseau (--network none) : aucun port ne peut y mener.',
    hint: 'Recréez-le sans --network none.',
    command: publish(ask),
  }),
  'container.shared-network': ({ ask }) => ({
    says: 'Le conteneur partage le réseau d’un autre conteneur (--network container:…) : c’est cet autre conteneur qui publie les ports.',
    hint: 'Recréez-le sans --network, avec l’option -p.',
    command: publish(ask),
  }),
  'container.port-not-in-force': ({ name, asked, networks }) => ({
    says: `Le conteneur ${q(name)} a été créé avec -p ${asked}, mais ce port n’est pas publié en ce moment ; il est relié à ${networks.map(q).join(', ')}.`,
    hint: networks.includes('bridge')
      ? 'Un autre conteneur ou un programme de l’hôte tient peut-être le port : libérez-le, puis reliez de nouveau le conteneur à son réseau.'
      : 'Un réseau créé avec --internal, ou d’un pilote comme macvlan, ne publie aucun port : reliez aussi le conteneur à un réseau ordinaire.',
    command: networks.includes('bridge')
      ? `docker network disconnect bridge ${name} && docker network connect bridge ${name}`
      : `docker network connect bridge ${name}`,
  }),
  'container.publish-all-of-none': ({ container, ask }) => ({
    says: `-P ne publie que les ports que déclare l’image, et elle n’en déclare aucun : le port ${container} du conteneur n’est pas publié.`,
    hint: `Donnez les deux ports avec -p. ${fixedAtCreation}`,
    command: publish(ask),
  }),
  'container.disconnected': ({ name, network }) => ({
    says: `Le conteneur ${q(name)} n’est plus relié à aucun réseau : son port n’est plus publié.`,
    hint: 'Reliez-le de nouveau à son réseau.',
    command: `docker network connect ${network} ${name}`,
  }),
  'container.extra-port': ({ seen }) => ({
    says: `Le conteneur publie aussi ${q(seen)}, qui ne doit pas l’être.`,
    hint: fixedAtCreation,
  }),
};
