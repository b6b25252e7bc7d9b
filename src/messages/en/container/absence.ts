import { plural } from '../../../text/number';
import type { Catalogue } from '../../catalogue';
import type { ContainerAbsence } from '../../codes/container/absence';
import { quote as q, quoteAll } from '../quote';

const rename = (found: string, name: string): string => `docker rename ${found} ${name}`;

export const absence: Catalogue<ContainerAbsence> = {
  'container.absent': ({ name }) => ({
    says: `There is no container named ${q(name)}.`,
    hint: 'docker ps -a lists all containers, stopped ones included.',
  }),
  'container.name-case': ({ name, found }) => ({
    says: `The container is called ${q(found)}, it must be called ${q(name)}: names are case-sensitive.`,
    hint: 'A container can be renamed without creating it again.',
    command: rename(found, name),
  }),
  'container.name-similar': ({ name, found }) => ({
    says: `There is no container ${q(name)}; there is one called ${q(found)}.`,
    hint: 'If that is the right container, rename it.',
    command: rename(found, name),
  }),
  'container.compose-name': ({ name, found }) => ({
    says: `${q(found)} was created by Docker Compose, which puts the project's name in front of the service's: it must be called ${q(name)}.`,
    hint: 'Create the container with docker run, or name it in the Compose file (container_name).',
  }),
  'container.random-name': ({ name, found, image }) => ({
    says: `The container that comes from an image called ${q(image)} is called ${q(found)}, a name that Docker chose; it must be called ${q(name)}.`,
    hint: 'The name is given when the container is created (option --name); an existing one can be renamed.',
    command: rename(found, name),
  }),
  'container.other-name': ({ name, found, image }) => ({
    says: `The container that comes from an image called ${q(image)} is called ${q(found)}; it must be called ${q(name)}.`,
    hint: 'A container can be renamed without creating it again.',
    command: rename(found, name),
  }),
  'container.unnamed-attempts': ({ name, found, image, count }) => ({
    says: `${count} ${plural(count, { one: 'container comes', other: 'containers come' }, 'en')} from an image called ${q(image)}, none is called ${q(name)}.`,
    hint: `Keep one (${q(found)}, say), rename it and remove the others.`,
    command: rename(found, name),
  }),
  'container.hostname-not-name': ({ name, found }) => ({
    says: `-h ${name} set the host name, not the container's name: the container is called ${q(found)}.`,
    hint: "The container's name is given with --name; an existing one can be renamed.",
    command: rename(found, name),
  }),
  'container.renamed-away': ({ name, found }) => ({
    says: `The container ${q(name)} was renamed to ${q(found)}.`,
    hint: `Give it the name ${q(name)} back.`,
    command: rename(found, name),
  }),
  'container.removed': ({ name }) => ({
    says: `The container ${q(name)} was there and was then removed; it has to stay.`,
    hint: 'Create it again and do not remove it.',
  }),
  'container.removed-by-itself': ({ name }) => ({
    says: `The container ${q(name)} went as soon as it stopped: it was run with --rm, or docker rm came right after.`,
    hint: 'Run it again, without --rm, and leave it there.',
  }),
  'container.refused-or-removed': ({ name }) => ({
    says: `There is no container ${q(name)}: the engine refused its docker run (the terminal then says why), or it was removed.`,
    hint: 'Run it again, and read what docker run answers.',
  }),
  'container.gone-as-asked': ({ name }) => ({
    says: `The container ${q(name)} is not there, as the lab asks in the end; what is asked here could be seen only before that.`,
    hint: 'If this is still to do: create it again, do this step, grade, then remove it.',
  }),
  'container.renamed-not-removed': ({ name, found }) => ({
    says: `The container ${q(name)} was renamed to ${q(found)}, not removed.`,
    hint: 'Remove it under its new name.',
    command: `docker rm ${found}`,
  }),
  'container.pruned': ({ name }) => ({
    says: `The container ${q(name)} was stopped, and a clean-up removed it with the others (docker container prune or docker system prune).`,
    hint: 'Run it again.',
  }),
  'container.image-never-run': ({ name, image }) => ({
    says: `The image ${q(image)} is there, but no container was run from it: ${q(name)} is missing.`,
    hint: 'docker pull only downloads the image; docker run makes a container of it.',
  }),
  'container.image-not-there': ({ name, image, similar }) =>
    similar === undefined
      ? {
          says: `Neither the container ${q(name)} nor the image ${q(image)} is there.`,
          hint: "Check that docker run ended without an error and that the image's name is spelt right.",
        }
      : {
          says: `Neither the container ${q(name)} nor the image ${q(image)} is there; there is an image called ${q(similar)}.`,
          hint: "Check the spelling of the image's name.",
        },
  'container.only-others': ({ name, others, image }) => ({
    says: `There is no container named ${q(name)}; there is only ${quoteAll(others)}.`,
    hint:
      image === undefined
        ? "A container's name is given when it is created, with --name."
        : `A container named ${q(name)}, made from the image ${q(image)}, is asked for.`,
  }),
  'container.engine-empty': ({ name }) => ({
    says: `This Docker engine is empty: no image and no container, hence no ${q(name)}.`,
    hint: 'Is it the right machine, and the right context (docker context ls)?',
  }),
};
