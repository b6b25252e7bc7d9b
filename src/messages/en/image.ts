import type { Catalogue } from '../catalogue';
import type { ImageMessages } from '../codes/image';
import { joinList } from '../../text/list';
import { plural } from '../../text/number';

const quoted = (names: readonly string[]): string =>
  joinList(
    names.map((name) => `"${name}"`),
    'en',
  );

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
    says: `The image "${name}" is not on this machine.`,
    hint: 'An image comes from the registry when it is pulled, or when a container of it is run for the first time.',
    command: `docker pull ${name}`,
  }),
  'image.nothing-here': ({ name }) => ({
    says: `This Docker engine is empty: no "${name}", no other image, no container.`,
    hint: 'If you have already worked on this lab, it was with another engine: is this the right machine, the right Docker context?',
    command: 'docker context ls',
  }),
  'image.other-tag': ({ name, seen }) => ({
    says: `The lab asks for "${name}", but this machine only has ${quoted(seen)}: ${seen.length > 1 ? 'those are other tags' : 'that is another tag'}.`,
    hint: 'Without a tag, the name of an image means "latest".',
    command: `docker pull ${name}`,
  }),
  'image.untagged': ({ name, id }) => ({
    says: `An image of this repository is there (${id}), but without a tag: nothing is called "${name}" any more.`,
    hint: 'The tag was removed, or the image was pulled by its digest: pull it by its name.',
    command: `docker pull ${name}`,
  }),
  'image.other-name': ({ name, seen }) => ({
    says: `The right image is there, but it is called "${seen}" instead of "${name}".`,
    hint: 'Pull it under the name that the lab gives.',
    command: `docker pull ${name}`,
  }),
  'image.removed': ({ name }) => ({
    says: `The image "${name}" was on this machine, but it has been removed.`,
    hint: 'The lab asks to keep it: pull it again.',
    command: `docker pull ${name}`,
  }),
  'image.only-container-left': ({ name, container }) => ({
    says: `Container "${container}" was made from "${name}", but the image itself has been removed.`,
    hint: 'Pull the image again.',
    command: `docker pull ${name}`,
  }),
  'image.other-repository': ({ name, seen }) => ({
    says: `"${seen}" is not "${name}": the repository or the registry is another one, only the last word is the same.`,
    command: `docker pull ${name}`,
  }),
  'image.taken-for-it': ({ name, full, seen }) => ({
    says: `For "${name}" this engine takes "${seen}", which is another image.`,
    hint: 'A short name can stand for several registries (Podman has a list of aliases): pull the image by its full name.',
    command: `podman pull ${full}`,
  }),
  'image.similar-name': ({ name, seen }) => ({
    says: `There is no image "${name}"; "${seen}" has a similar name. Is this a typing error?`,
    command: `docker pull ${name}`,
  }),
  'image.is-container': ({ name, container, image }) => ({
    says: `Here "${container}" is the name of a container (made from "${image}"), not of an image: the image "${name}" is missing.`,
    hint: 'The name given with --name is that of the container; the image is the last name in the command.',
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
    says: `"${name}" was not pulled: it is the image "${original}", which was given this name.`,
    hint: 'docker tag only gives an image a second name. The lab asks for the one from the registry.',
    command: pullIt(name),
  }),
  'image.tagged-here': ({ name }) => ({
    says: `"${name}" was not pulled: the name was given on this machine to an image that was already there.`,
    hint: 'The lab asks for the image from the registry.',
    command: pullIt(name),
  }),
  'image.built-here': ({ name }) => ({
    says: `"${name}" was built on this machine (docker build); the lab asks for the image from the registry.`,
    hint: 'Give your image another name, then pull the one from the registry.',
    command: pullIt(name),
  }),
  'image.committed': ({ name, base }) => ({
    says: `"${name}" is a container${base === undefined ? '' : ` of "${base}"`} saved with docker commit; the lab asks for the image from the registry.`,
    hint: 'Give your image another name, then pull the one from the registry.',
    command: pullIt(name),
  }),
  'image.loaded': ({ name }) => ({
    says: `"${name}" comes from a file (docker load), not from a registry.`,
    hint: 'The lab asks to pull it.',
    command: pullIt(name),
  }),
  'image.imported': ({ name }) => ({
    says: `"${name}" was made from an archive (docker import); the lab asks for the image from the registry.`,
    hint: 'Give your image another name, then pull the one from the registry.',
    command: pullIt(name),
  }),
  'image.pushed-from-here': ({ name }) => ({
    says: `The registry does have "${name}", but because you pushed it there: it was not pulled.`,
    hint: 'Remove the image from this machine, then pull it.',
    command: `docker rmi ${name} && docker pull ${name}`,
  }),
  'image.not-pulled': ({ name }) => ({
    says: `Nothing shows that "${name}" comes from a registry: it is not known there under this name.`,
    hint: 'Pull the image under the name that the lab gives.',
    command: pullIt(name),
  }),
  'image.not-verified': ({ name, digest }) => ({
    says: `The SHA-256 digest of "${name}" (${digest}) is none of those that the registry serves.`,
    hint: 'Pull the image again: the engine then verifies its digest.',
    command: pullIt(name),
  }),
  'image.damaged': ({ name, broken }) => ({
    says: `The content of "${name}" is no longer what its digests say (${broken.join(', ')}).`,
    hint: 'Files of the engine were changed or damaged: remove the image and pull it again.',
    command: `docker rmi -f ${name} && docker pull ${name}`,
  }),
};

const use: Catalogue<Omit<ImageMessages, keyof typeof absence | keyof typeof origin>> = {
  'image.no-container': ({ name }) => ({
    says: `The image "${name}" is there, but no container was made from it.`,
    hint: 'An image does not run by itself: a container has to be run from it.',
    command: `docker run ${name}`,
  }),
  'image.container-gone': ({ name }) => ({
    says: `A container of "${name}" was made, but it has been removed since.`,
    hint: 'The lab asks to keep the container: no --rm, no docker rm, no docker container prune.',
    command: `docker run ${name}`,
  }),
  'image.container-of-older': ({ name, container }) => ({
    says: `Container "${container}" comes from an earlier version of "${name}": the name has moved to another image since.`,
    hint: 'A container keeps the image that it was made from; make a new one.',
  }),
  'image.more-containers': ({ name, expected, seen }) => ({
    says: `${seen.length} ${plural(seen.length, { one: 'container comes', other: 'containers come' }, 'en')} from "${name}" (${seen.join(', ')}); expected: ${expected}.`,
    hint: 'Remove those that are left from earlier attempts.',
    command: 'docker rm NAME',
  }),
  'image.base-absent': ({ name, base }) => ({
    says: `Whether "${name}" is built on "${base}" cannot be seen: that base image is no longer on this machine.`,
    hint: 'Pull the base image, then grade again.',
    command: `docker pull ${base}`,
  }),
  'image.other-base': ({ name, base }) => ({
    says: `"${name}" is not built on "${base}": its layers do not begin with those of that image.`,
    hint: 'Look at the FROM line of the Dockerfile, and whether the base image has changed since the build.',
  }),
  'image.other-platform': ({ name, expected, seen }) => ({
    says: `"${name}" is an image for ${seen}, the lab asks for one for ${expected}.`,
    hint: 'The platform is chosen when an image is pulled; by default it is that of the machine.',
    command: `docker pull --platform ${expected} ${name}`,
  }),
  'image.tag-elsewhere': ({ name, tag }) => ({
    says: `The name "${tag}" exists, but stands for another image than "${name}".`,
    hint: 'A name stands for one image at a time: give it again.',
    command: `docker tag ${name} ${tag}`,
  }),
};

export const image: Catalogue<ImageMessages> = { ...absence, ...origin, ...use };
