import type { Catalogue } from '../catalogue';
import type { ImageMessages } from '../codes/image';
import { quote, quoteAll } from './quote';
import { plural } from '../../text/number';

const absence: Catalogue<
  Pick<
    ImageMessages,
    | 'image.absent'
    | 'image.nothing-here'
    | 'image.other-tag'
    | 'image.untagged'
    | 'image.other-name'
    | 'image.removed'
    | 'image.only-container-left'
    | 'image.other-repository'
    | 'image.taken-for-it'
    | 'image.similar-name'
    | 'image.is-container'
  >
> = {
  'image.absent': ({ name }) => ({
    says: `L’image ${quote(name)} n’est pas sur cette machine.`,
    hint: 'Une image arrive du registre quand on la télécharge, ou au premier lancement d’un conteneur.',
    command: `docker pull ${name}`,
  }),
  'image.nothing-here': ({ name }) => ({
    says: `Ce moteur Docker est vide : ni ${quote(name)}, ni aucune autre image, ni aucun conteneur.`,
    hint: 'Si vous avez déjà travaillé sur ce TP, c’était avec un autre moteur : est-ce la bonne machine, le bon contexte Docker ?',
    command: 'docker context ls',
  }),
  'image.other-tag': ({ name, seen }) => ({
    says:
      seen.length > 1
        ? `L’énoncé demande ${quote(name)}, mais il n’y a sur cette machine que d’autres étiquettes (tags) : ${quoteAll(seen)}.`
        : `L’énoncé demande ${quote(name)}, mais il n’y a sur cette machine que ${quoteAll(seen)} : c’est une autre étiquette (tag).`,
    hint: 'Sans étiquette, le nom d’une image désigne « latest ».',
    command: `docker pull ${name}`,
  }),
  'image.untagged': ({ name, id }) => ({
    says: `Une image de ce dépôt est là (${id}), mais sans étiquette : plus rien ne s’appelle ${quote(name)}.`,
    hint: 'L’étiquette a été retirée, ou l’image a été téléchargée par son empreinte : téléchargez-la par son nom.',
    command: `docker pull ${name}`,
  }),
  'image.other-name': ({ name, seen }) => ({
    says: `La bonne image est là, mais sous le nom ${quote(seen)} au lieu de ${quote(name)}.`,
    hint: 'Téléchargez-la sous le nom que donne l’énoncé.',
    command: `docker pull ${name}`,
  }),
  'image.removed': ({ name }) => ({
    says: `L’image ${quote(name)} a été sur cette machine, mais elle a été supprimée.`,
    hint: 'L’énoncé demande de la garder : téléchargez-la de nouveau.',
    command: `docker pull ${name}`,
  }),
  'image.only-container-left': ({ name, container }) => ({
    says: `Le conteneur ${quote(container)} a été créé à partir de ${quote(name)}, mais l’image elle-même a été supprimée.`,
    hint: 'Téléchargez de nouveau l’image.',
    command: `docker pull ${name}`,
  }),
  'image.other-repository': ({ name, seen }) => ({
    says: `${quote(seen)} n’est pas ${quote(name)} : le dépôt ou le registre est un autre, seul le dernier mot est le même.`,
    command: `docker pull ${name}`,
  }),
  'image.taken-for-it': ({ name, full, seen }) => ({
    says: `Pour « ${name} », ce moteur prend « ${seen} », qui est une autre image.`,
    hint: 'Un nom court peut désigner plusieurs registres (Podman a une liste d’alias) : récupérez l’image par son nom complet.',
    command: `podman pull ${full}`,
  }),
  'image.similar-name': ({ name, seen }) => ({
    says: `Il n’y a pas d’image ${quote(name)} ; ${quote(seen)} a un nom voisin. S’agit-il d’une faute de frappe ?`,
    command: `docker pull ${name}`,
  }),
  'image.is-container': ({ name, container, image }) => ({
    says: `${quote(container)} est ici le nom d’un conteneur (créé à partir de ${quote(image)}), pas celui d’une image : l’image ${quote(name)} manque.`,
    hint: 'Le nom donné avec --name est celui du conteneur ; l’image est le dernier nom de la commande.',
    command: `docker pull ${name}`,
  }),
};

const pullIt = (name: string): string => `docker pull ${name}`;

const origin: Catalogue<
  Pick<
    ImageMessages,
    | 'image.retagged'
    | 'image.tagged-here'
    | 'image.built-here'
    | 'image.committed'
    | 'image.loaded'
    | 'image.imported'
    | 'image.pushed-from-here'
    | 'image.not-pulled'
    | 'image.not-verified'
    | 'image.damaged'
  >
> = {
  'image.retagged': ({ name, original }) => ({
    says: `${quote(name)} n’a pas été téléchargée : c’est l’image ${quote(original)}, à laquelle ce nom a été donné.`,
    hint: 'docker tag ne fait que donner un second nom à une image. L’énoncé demande celle du registre.',
    command: pullIt(name),
  }),
  'image.tagged-here': ({ name }) => ({
    says: `${quote(name)} n’a pas été téléchargée : ce nom a été donné sur cette machine à une image qui s’y trouvait déjà.`,
    hint: 'L’énoncé demande l’image du registre.',
    command: pullIt(name),
  }),
  'image.built-here': ({ name }) => ({
    says: `${quote(name)} a été construite sur cette machine (docker build) ; l’énoncé demande l’image du registre.`,
    hint: 'Donnez un autre nom à votre image, puis téléchargez celle du registre.',
    command: pullIt(name),
  }),
  'image.committed': ({ name, base }) => ({
    says: `${quote(name)} vient d’un conteneur${base === undefined ? '' : ` de « ${base} »`} enregistré avec docker commit ; l’énoncé demande l’image du registre.`,
    hint: 'Donnez un autre nom à votre image, puis téléchargez celle du registre.',
    command: pullIt(name),
  }),
  'image.loaded': ({ name }) => ({
    says: `${quote(name)} vient d’un fichier (docker load), pas d’un registre.`,
    hint: 'L’énoncé demande de la télécharger.',
    command: pullIt(name),
  }),
  'image.imported': ({ name }) => ({
    says: `${quote(name)} a été fabriquée à partir d’une archive (docker import) ; l’énoncé demande l’image du registre.`,
    hint: 'Donnez un autre nom à votre image, puis téléchargez celle du registre.',
    command: pullIt(name),
  }),
  'image.pushed-from-here': ({ name }) => ({
    says: `Le registre a bien ${quote(name)}, mais parce que vous l’y avez envoyée : elle n’a pas été téléchargée.`,
    hint: 'Supprimez l’image de cette machine, puis téléchargez-la.',
    command: `docker rmi ${name} && docker pull ${name}`,
  }),
  'image.not-pulled': ({ name }) => ({
    says: `Rien n’indique que ${quote(name)} vienne d’un registre : elle y est inconnue sous ce nom.`,
    hint: 'Téléchargez l’image sous le nom que donne l’énoncé.',
    command: pullIt(name),
  }),
  'image.not-verified': ({ name, digest }) => ({
    says: `L’empreinte SHA-256 de ${quote(name)} (${digest}) n’est pas une de celles que sert le registre.`,
    hint: 'Téléchargez l’image de nouveau : le moteur vérifie alors son empreinte.',
    command: pullIt(name),
  }),
  'image.damaged': ({ name, broken }) => ({
    says: `Le contenu de ${quote(name)} n’est plus celui que disent ses empreintes (${broken.join(', ')}).`,
    hint: 'Des fichiers du moteur ont été modifiés ou abîmés : supprimez l’image et téléchargez-la de nouveau.',
    command: `docker rmi -f ${name} && docker pull ${name}`,
  }),
};

const use: Catalogue<Omit<ImageMessages, keyof typeof absence | keyof typeof origin>> = {
  'image.no-container': ({ name }) => ({
    says: `L’image ${quote(name)} est là, mais aucun conteneur n’a été créé à partir d’elle.`,
    hint: 'Une image ne s’exécute pas d’elle-même : il faut lancer un conteneur.',
    command: `docker run ${name}`,
  }),
  'image.container-gone': ({ name }) => ({
    says: `Un conteneur de ${quote(name)} a bien été créé, mais il a été supprimé depuis.`,
    hint: 'L’énoncé demande de garder le conteneur : ni --rm, ni docker rm, ni docker container prune.',
    command: `docker run ${name}`,
  }),
  'image.container-of-older': ({ name, container }) => ({
    says: `Le conteneur ${quote(container)} vient d’une version précédente de ${quote(name)} : le nom désigne depuis une autre image.`,
    hint: 'Un conteneur garde l’image avec laquelle il a été créé ; créez-en un nouveau.',
  }),
  'image.more-containers': ({ name, expected, seen }) => ({
    says: `${seen.length} ${plural(seen.length, { one: 'conteneur vient', other: 'conteneurs viennent' }, 'fr')} de ${quote(name)} (${seen.join(', ')}), ${expected} ${expected > 1 ? 'sont attendus' : 'est attendu'}.`,
    hint: 'Supprimez ceux qui restent d’essais précédents.',
    command: 'docker rm NOM',
  }),
  'image.base-absent': ({ name, base }) => ({
    says: `Impossible de voir si ${quote(name)} est construite sur ${quote(base)} : cette image de base n’est plus sur cette machine.`,
    hint: 'Téléchargez l’image de base, puis relancez la correction.',
    command: `docker pull ${base}`,
  }),
  'image.other-base': ({ name, base }) => ({
    says: `${quote(name)} n’est pas construite sur ${quote(base)} : ses couches ne commencent pas par celles de cette image.`,
    hint: 'Regardez la ligne FROM du Dockerfile, et si l’image de base a changé depuis la construction.',
  }),
  'image.other-platform': ({ name, expected, seen }) => ({
    says: `${quote(name)} est une image pour ${seen}, l’énoncé en demande une pour ${expected}.`,
    hint: 'La plate-forme se choisit au téléchargement ; sans rien dire, c’est celle de la machine.',
    command: `docker pull --platform ${expected} ${name}`,
  }),
  'image.tag-elsewhere': ({ name, tag }) => ({
    says: `Le nom ${quote(tag)} existe, mais il désigne une autre image que ${quote(name)}.`,
    hint: 'Un nom ne désigne qu’une image à la fois : donnez-le de nouveau.',
    command: `docker tag ${name} ${tag}`,
  }),
};

export const image: Catalogue<ImageMessages> = { ...absence, ...origin, ...use };
