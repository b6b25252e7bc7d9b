import type { Catalogue } from '../../catalogue';
import type { BorrowedBy, ContainerSettings } from '../../codes/container/settings';
import { quote as q, quoteAll } from '../quote';

const again = 'Cela se choisit à la création : supprimez le conteneur et recréez-le.';

/** What an image is that only has the name of the right one. */
const ways: Readonly<Record<BorrowedBy, string>> = {
  tag: 'est une autre image, à qui ce nom a été donné ici avec docker tag',
  build: 'a été construit sur cette machine avec docker build',
  commit: 'a été enregistré d’après un conteneur avec docker commit',
  import: 'a été fait d’une archive avec docker import',
  unknown: 'ne vient d’aucun registre, autant qu’on le sache',
};

export const settings: Catalogue<ContainerSettings> = {
  'container.other-tag': ({ expected, seen }) => ({
    says: `Le conteneur vient de ${q(seen)} au lieu de ${q(expected)} : même dépôt, autre tag.`,
    hint: `Sans tag, Docker prend latest. ${again}`,
  }),
  'container.other-image': ({ expected, seen }) => ({
    says: `Le conteneur vient de l’image ${q(seen)} au lieu de ${q(expected)}.`,
    hint: again,
  }),
  'container.other-registry': ({ expected, seen }) => ({
    says: `Le conteneur vient de ${q(seen)}, d’un autre registre que ${q(expected)}.`,
    hint: again,
  }),
  'container.own-image': ({ expected, seen }) => ({
    says: `Le conteneur vient de ${q(seen)}, une image faite sur cette machine (docker build ou docker commit) ; il faut l’image ${q(expected)}.`,
    hint: again,
  }),
  'container.borrowed-image': ({ expected, how, original }) => ({
    says: `Le conteneur ne vient pas de l’image ${q(expected)} du registre : ce qui s’appelait ${q(expected)} ${ways[how]}${original === undefined ? '' : ` (c’est ${q(original)})`}.`,
    hint: `Récupérez d’abord l’image du registre : elle reprend son nom. ${again}`,
    command: `docker pull ${expected}`,
  }),
  'container.image-gone': ({ expected }) => ({
    says: `Le conteneur vient d’une image qui n’a plus de nom sur cette machine ; il faut ${q(expected)}.`,
    hint: again,
  }),
  'container.no-terminal': ({ name }) => ({
    says: `Le conteneur ${q(name)} n’a ni terminal (-t) ni entrée ouverte (-i) : on ne peut rien y taper.`,
    hint: again,
    command: 'docker run -it …',
  }),
  'container.no-tty': ({ name }) => ({
    says: `Le conteneur ${q(name)} n’a pas de terminal : l’option -t manque.`,
    hint: again,
    command: 'docker run -it …',
  }),
  'container.no-stdin': ({ name }) => ({
    says: `L’entrée du conteneur ${q(name)} est fermée, on ne peut rien y taper : l’option -i manque.`,
    hint: again,
    command: 'docker run -it …',
  }),
  'container.other-command': ({ expected, seen }) => ({
    says: `La commande du conteneur est ${q(seen)} au lieu de ${q(expected)}.`,
    hint: `La commande est ce qui suit le nom de l’image. ${again}`,
  }),
  'container.default-command': ({ expected }) => ({
    says: `Le conteneur n’a pas de commande à lui ; il faut ${q(expected)}.`,
    hint: `La commande est ce qui suit le nom de l’image. ${again}`,
  }),
  'container.other-main-process': ({ expected, seen }) => ({
    says: `Le processus principal du conteneur est ${q(seen)} au lieu de ${q(expected)}.`,
    hint: `C’est la commande qui suit le nom de l’image, ou le point d’entrée. ${again}`,
  }),
  'container.no-shell': ({ name, program }) => ({
    says: `Le processus principal du conteneur ${q(name)} est ${q(program)}, et non un shell : personne n’y lit ce que l’on tape, même avec -it.`,
    hint: `Sans commande après le nom de l’image, ubuntu lance un shell. ${again}`,
  }),
  'container.privileged': ({ name }) => ({
    says: `Le conteneur ${q(name)} a tous les droits de l’hôte (--privileged) ; il ne doit pas les avoir.`,
    hint: again,
  }),
  'container.runs-as-root': ({ expected }) => ({
    says: `Le processus du conteneur tourne en root au lieu de ${q(expected)}.`,
    hint: `L’utilisateur vient de l’option -u ou de l’instruction USER de l’image. ${again}`,
  }),
  'container.no-memory-limit': ({ expected }) => ({
    says: `Le conteneur n’a pas de limite de mémoire ; il en faut une de ${expected}.`,
    hint: 'La limite se donne à la création, ou après coup avec docker update.',
  }),
  'container.no-cpu-limit': ({ expected }) => ({
    says: `Le conteneur n’a pas de limite de processeur ; il en faut une de ${expected}.`,
    hint: 'La limite se donne à la création, ou après coup avec docker update.',
  }),
  'container.no-restart-policy': ({ expected }) => ({
    says: `Le conteneur n’a pas de politique de redémarrage ; il faut ${q(expected)}.`,
    hint: 'Elle se donne à la création, ou après coup avec docker update.',
  }),
  'container.env-missing': ({ names }) => ({
    says: `Il manque au conteneur ${names.length > 1 ? 'les variables' : 'la variable'} d’environnement ${quoteAll(names)}.`,
    hint: `Une variable se donne avec l’option -e. ${again}`,
  }),
  'container.env-differs': ({ names }) => ({
    says: `${names.length > 1 ? 'Les variables' : 'La variable'} d’environnement ${quoteAll(names)} n’${names.length > 1 ? 'ont' : 'a'} pas la valeur attendue.`,
    hint: again,
  }),
  'container.mount-missing': ({ path }) => ({
    says: `Rien n’est monté sur ${q(path)} dans le conteneur.`,
    hint: `Un montage se donne avec -v source:destination. ${again}`,
  }),
  'container.mount-elsewhere': ({ path, seen, source }) => ({
    says: `${q(source)} est monté sur ${q(seen)} au lieu de ${q(path)}.`,
    hint: `-v se lit source:destination. ${again}`,
  }),
  'container.anonymous-volume': ({ path, expected }) => ({
    says: `Un volume anonyme est monté sur ${q(path)} au lieu du volume ${q(expected)}.`,
    hint: `Sans nom devant les deux points, -v crée un volume anonyme. ${again}`,
  }),
  'container.other-volume': ({ path, expected, seen }) => ({
    says: `${q(seen)} est monté sur ${q(path)} au lieu de ${q(expected)}.`,
    hint: again,
  }),
  'container.other-network-mode': ({ name, network, seen }) => ({
    says:
      seen.length === 0
        ? `Le conteneur ${q(name)} doit utiliser le réseau ${q(network)}, ce qu’il ne fait pas.`
        : `Le conteneur ${q(name)} utilise le réseau ${quoteAll(seen)} au lieu de ${q(network)}.`,
    hint: `On ne peut ni rejoindre ni quitter après coup les réseaux host et none, ou celui d’un autre conteneur. ${again}`,
    command: `docker run … --network ${network} …`,
  }),
  'container.not-on-network': ({ name, network, seen }) => ({
    says:
      seen.length === 0
        ? `Le conteneur ${q(name)} n’est relié à aucun réseau ; il doit l’être à ${q(network)}.`
        : `Le conteneur ${q(name)} est relié à ${quoteAll(seen)}, pas au réseau ${q(network)}.`,
    hint: 'Un conteneur se relie aussi après coup à un réseau.',
    command: `docker network connect ${network} ${name}`,
  }),
};
