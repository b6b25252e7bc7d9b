import { askedBy, type Asked } from '../asked';

const words: Readonly<Record<Asked, string>> = {
  engine: 'its version and settings',
  events: 'the record of what was done (docker events)',
  processes: 'the list of the processes of a container',
  containers: 'the list of containers',
  container: 'the description of a container',
  images: 'the list of images',
  image: 'the description of an image',
  history: 'the history of an image',
  content: 'the content of an image',
  registry: 'the digest that a registry serves',
  logs: 'what a container has shown',
  files: 'files of a container',
  command: 'the result of a command in a container',
  packages: 'the list of the packages of a container',
  something: 'something that this lab looks at',
};

export const asked = (call: string): string => words[askedBy(call)];
