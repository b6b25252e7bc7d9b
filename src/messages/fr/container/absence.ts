import { plural } from '../../../text/number';
import type { Catalogue } from '../../catalogue';
import type { ContainerAbsence } from '../../codes/container/absence';
import { quote as q, quoteAll } from '../quote';

const rename = (found: string, name: string): string => `docker rename ${found} ${name}`;

export const absence: Catalogue<ContainerAbsence> = {
  'container.absent': ({ name }) => ({
    says: `Il n’y a pas de conteneur nommé ${q(name)}.`,
    hint: 'docker ps -a liste tous les conteneurs, arrêtés compris.',
  }),
  'container.name-case': ({ name, found }) => ({
    says: `Le conteneur s’appelle ${q(found)}, il doit s’appeler ${q(name)} : les noms distinguent les majuscules.`,
    hint: 'Un conteneur se renomme sans être recréé.',
    command: rename(found, name),
  }),
  'container.name-similar': ({ name, found }) => ({
    says: `Il n’y a pas de conteneur ${q(name)} ; il y en a un qui s’appelle ${q(found)}.`,
    hint: 'Si c’est le bon conteneur, renommez-le.',
    command: rename(found, name),
  }),
  'container.compose-name': ({ name, found }) => ({
    says: `${q(found)} a été créé par Docker Compose, qui ajoute le nom du projet au nom du service : il doit s’appeler ${q(name)}.`,
    hint: 'Créez le conteneur avec docker run, ou donnez-lui un nom dans le fichier Compose (container_name).',
  }),
  'container.random-name': ({ name, found, image }) => ({
    says: `Le conteneur issu d’une image nommée ${q(image)} s’appelle ${q(found)}, un nom choisi par Docker ; il doit s’appeler ${q(name)}.`,
    hint: 'Le nom se donne à la création du conteneur (option --name) ; un conteneur existant se renomme.',
    command: rename(found, name),
  }),
  'container.other-name': ({ name, found, image }) => ({
    says: `Le conteneur issu d’une image nommée ${q(image)} s’appelle ${q(found)} ; il doit s’appeler ${q(name)}.`,
    hint: 'Un conteneur se renomme sans être recréé.',
    command: rename(found, name),
  }),
  'container.unnamed-attempts': ({ name, found, image, count }) => ({
    says: `${count} ${plural(count, { one: 'conteneur vient', other: 'conteneurs viennent' }, 'fr')} d’une image nommée ${q(image)}, aucun ne s’appelle ${q(name)}.`,
    hint: `Gardez-en un (${q(found)}, par exemple), renommez-le et supprimez les autres.`,
    command: rename(found, name),
  }),
  'container.hostname-not-name': ({ name, found }) => ({
    says: `-h ${name} a fixé le nom d’hôte, pas le nom du conteneur : celui-ci s’appelle ${q(found)}.`,
    hint: 'Le nom du conteneur se donne avec --name ; un conteneur existant se renomme.',
    command: rename(found, name),
  }),
  'container.renamed-away': ({ name, found }) => ({
    says: `Le conteneur ${q(name)} a été renommé ${q(found)}.`,
    hint: `Rendez-lui le nom ${q(name)}.`,
    command: rename(found, name),
  }),
  'container.removed': ({ name }) => ({
    says: `Le conteneur ${q(name)} a existé, puis il a été supprimé ; il doit rester là.`,
    hint: 'Créez-le de nouveau et ne le supprimez pas.',
  }),
  'container.removed-by-itself': ({ name }) => ({
    says: `Le conteneur ${q(name)} a disparu dès qu’il s’est arrêté : il a été lancé avec --rm, ou supprimé aussitôt par docker rm.`,
    hint: 'Lancez-le de nouveau, sans --rm, et laissez-le en place.',
  }),
  'container.refused-or-removed': ({ name }) => ({
    says: `Il n’y a pas de conteneur ${q(name)} : le moteur a refusé son docker run (le terminal dit alors pourquoi), ou il a été supprimé.`,
    hint: 'Relancez-le et lisez ce que répond docker run.',
  }),
  'container.gone-as-asked': ({ name }) => ({
    says: `Le conteneur ${q(name)} n’est plus là, comme le TP le demande à la fin ; ce qui est demandé ici ne pouvait se voir qu’avant.`,
    hint: 'Si cela reste à faire : recréez-le, faites cette étape, lancez la correction, puis supprimez-le.',
  }),
  'container.renamed-not-removed': ({ name, found }) => ({
    says: `Le conteneur ${q(name)} a été renommé ${q(found)} ; il n’a pas été supprimé.`,
    hint: 'Supprimez-le sous son nouveau nom.',
    command: `docker rm ${found}`,
  }),
  'container.pruned': ({ name }) => ({
    says: `Le conteneur ${q(name)} était arrêté et a été supprimé avec les autres par un nettoyage (docker container prune ou docker system prune).`,
    hint: 'Lancez-le de nouveau.',
  }),
  'container.image-never-run': ({ name, image }) => ({
    says: `L’image ${q(image)} est là, mais aucun conteneur n’en a été lancé : il manque ${q(name)}.`,
    hint: 'docker pull ne fait que télécharger l’image ; docker run en crée un conteneur.',
  }),
  'container.image-not-there': ({ name, image, similar }) =>
    similar === undefined
      ? {
          says: `Ni le conteneur ${q(name)} ni l’image ${q(image)} ne sont là.`,
          hint: 'Vérifiez que docker run s’est terminé sans erreur et que le nom de l’image est bien écrit.',
        }
      : {
          says: `Ni le conteneur ${q(name)} ni l’image ${q(image)} ne sont là ; une image s’appelle ${q(similar)}.`,
          hint: 'Vérifiez l’orthographe du nom de l’image.',
        },
  'container.only-others': ({ name, others, image }) => ({
    says: `Il n’y a pas de conteneur nommé ${q(name)} ; il n’y a que ${quoteAll(others)}.`,
    hint:
      image === undefined
        ? 'Le nom d’un conteneur se donne à sa création, avec --name.'
        : `Il faut un conteneur nommé ${q(name)}, créé à partir de l’image ${q(image)}.`,
  }),
  'container.engine-empty': ({ name }) => ({
    says: `Ce moteur Docker est vide : ni image ni conteneur, donc pas de ${q(name)}.`,
    hint: 'Est-ce la bonne machine, et le bon contexte (docker context ls) ?',
  }),
};
