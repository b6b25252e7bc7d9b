import type { Catalogue } from '../../catalogue';
import type { BorrowedBy, ContainerSettings } from '../../codes/container/settings';
import { quote as q, quoteAll } from '../quote';

const again = 'That is chosen when the container is created: remove it and create it again.';

/** What an image is that only has the name of the right one. */
const ways: Readonly<Record<BorrowedBy, string>> = {
  tag: 'is another image, to which this name was given here with docker tag',
  build: 'was built on this machine with docker build',
  commit: 'was saved from a container with docker commit',
  import: 'was made from an archive with docker import',
  unknown: 'is not known to come from a registry',
};

export const settings: Catalogue<ContainerSettings> = {
  'container.other-tag': ({ expected, seen }) => ({
    says: `The container comes from ${q(seen)} instead of ${q(expected)}: same repository, another tag.`,
    hint: `Without a tag, Docker takes latest. ${again}`,
  }),
  'container.other-image': ({ expected, seen }) => ({
    says: `The container comes from the image ${q(seen)} instead of ${q(expected)}.`,
    hint: again,
  }),
  'container.other-registry': ({ expected, seen }) => ({
    says: `The container comes from ${q(seen)}, from another registry than ${q(expected)}.`,
    hint: again,
  }),
  'container.own-image': ({ expected, seen }) => ({
    says: `The container comes from ${q(seen)}, an image made on this machine (docker build or docker commit); the image ${q(expected)} is needed.`,
    hint: again,
  }),
  'container.borrowed-image': ({ expected, how, original }) => ({
    says: `The container does not come from the image ${q(expected)} of the registry: what was called ${q(expected)} ${ways[how]}${original === undefined ? '' : ` (it is ${q(original)})`}.`,
    hint: `Pull the image of the registry first; it takes the name back. ${again}`,
    command: `docker pull ${expected}`,
  }),
  'container.image-gone': ({ expected }) => ({
    says: `The container comes from an image that has no name on this machine any more; ${q(expected)} is needed.`,
    hint: again,
  }),
  'container.no-terminal': ({ name }) => ({
    says: `Container ${q(name)} has neither a terminal (-t) nor an open input (-i): nothing can be typed there.`,
    hint: again,
    command: 'docker run -it …',
  }),
  'container.no-tty': ({ name }) => ({
    says: `Container ${q(name)} has no terminal: the option -t is missing.`,
    hint: again,
    command: 'docker run -it …',
  }),
  'container.no-stdin': ({ name }) => ({
    says: `The input of container ${q(name)} is closed, nothing can be typed there: the option -i is missing.`,
    hint: again,
    command: 'docker run -it …',
  }),
  'container.other-command': ({ expected, seen }) => ({
    says: `The container's command is ${q(seen)} instead of ${q(expected)}.`,
    hint: `The command is what follows the image's name. ${again}`,
  }),
  'container.default-command': ({ expected }) => ({
    says: `The container has no command of its own; ${q(expected)} is needed.`,
    hint: `The command is what follows the image's name. ${again}`,
  }),
  'container.other-main-process': ({ expected, seen }) => ({
    says: `The container's main process is ${q(seen)} instead of ${q(expected)}.`,
    hint: `It is the command after the image's name, or the entry point. ${again}`,
  }),
  'container.no-shell': ({ name, program }) => ({
    says: `The main process of container ${q(name)} is ${q(program)} and no shell: nobody reads there what is typed, even with -it.`,
    hint: `Without a command after the image's name, ubuntu runs a shell. ${again}`,
  }),
  'container.privileged': ({ name }) => ({
    says: `Container ${q(name)} has all of the host's rights (--privileged); it must not have them.`,
    hint: again,
  }),
  'container.runs-as-root': ({ expected }) => ({
    says: `The container's process runs as root instead of ${q(expected)}.`,
    hint: `The user comes from the option -u or from USER in the image. ${again}`,
  }),
  'container.no-memory-limit': ({ expected }) => ({
    says: `The container has no memory limit; one of ${expected} is needed.`,
    hint: 'The limit is given at creation, or afterwards with docker update.',
  }),
  'container.no-cpu-limit': ({ expected }) => ({
    says: `The container has no processor limit; one of ${expected} is needed.`,
    hint: 'The limit is given at creation, or afterwards with docker update.',
  }),
  'container.no-restart-policy': ({ expected }) => ({
    says: `The container has no restart policy; ${q(expected)} is needed.`,
    hint: 'It is given at creation, or afterwards with docker update.',
  }),
  'container.env-missing': ({ names }) => ({
    says: `The container lacks the environment variable${names.length > 1 ? 's' : ''} ${quoteAll(names)}.`,
    hint: `A variable is given with the option -e. ${again}`,
  }),
  'container.env-differs': ({ names }) => ({
    says: `The environment variable${names.length > 1 ? 's' : ''} ${quoteAll(names)} ${names.length > 1 ? 'do' : 'does'} not have the expected value.`,
    hint: again,
  }),
  'container.mount-missing': ({ path }) => ({
    says: `Nothing is mounted at ${q(path)} in the container.`,
    hint: `A mount is given with -v source:destination. ${again}`,
  }),
  'container.mount-elsewhere': ({ path, seen, source }) => ({
    says: `${q(source)} is mounted at ${q(seen)} instead of ${q(path)}.`,
    hint: `-v reads source:destination. ${again}`,
  }),
  'container.anonymous-volume': ({ path, expected }) => ({
    says: `An anonymous volume is mounted at ${q(path)} instead of the volume ${q(expected)}.`,
    hint: `Without a name before the colon, -v makes an anonymous volume. ${again}`,
  }),
  'container.other-volume': ({ path, expected, seen }) => ({
    says: `${q(seen)} is mounted at ${q(path)} instead of ${q(expected)}.`,
    hint: again,
  }),
  'container.other-network-mode': ({ name, network, seen }) => ({
    says:
      seen.length === 0
        ? `Container ${q(name)} must use the network ${q(network)}; it does not.`
        : `Container ${q(name)} uses the network ${quoteAll(seen)} instead of ${q(network)}.`,
    hint: `host, none and the network of another container are never joined or left afterwards. ${again}`,
    command: `docker run … --network ${network} …`,
  }),
  'container.not-on-network': ({ name, network, seen }) => ({
    says:
      seen.length === 0
        ? `Container ${q(name)} is not attached to any network; it must be on ${q(network)}.`
        : `Container ${q(name)} is on ${quoteAll(seen)}, not on the network ${q(network)}.`,
    hint: 'A container can be connected to a network afterwards.',
    command: `docker network connect ${network} ${name}`,
  }),
};
