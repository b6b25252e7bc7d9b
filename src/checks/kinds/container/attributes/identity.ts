import { seen, type Attributes } from './attributes-of';

/** What it is called and made from. */
export const identity: Attributes = {
  name: {
    name: { fr: 'nom', en: 'name' },
    type: 'string',
    shape: 'one',
    describe: 'Its name, without the slash; for checks that find the container by its ID.',
    example: 'ubuntu',
    read: ({ inspect }) => seen(inspect.Name?.replace(/^\//, '')),
  },
  id: {
    name: { fr: 'identifiant', en: 'ID' },
    type: 'string',
    shape: 'one',
    describe: 'The full ID, 64 hexadecimal digits.',
    example: { exists: true },
    read: ({ inspect }) => seen(inspect.Id),
  },
  image: {
    name: { fr: 'image', en: 'image' },
    type: 'reference',
    shape: 'one',
    describe:
      'The image that it runs, under any name that this image bears or bore; an official image that was only given that name here ' +
      '(`docker tag`, `build`, `commit`) is not it. A pattern looks at the name alone.',
    example: 'ubuntu:latest',
    read: ({ madeFrom, image, inspect }) => madeFrom ?? seen(image ?? inspect.Config?.Image),
  },
  hostname: {
    name: { fr: 'nom d’hôte', en: 'host name' },
    type: 'string',
    shape: 'one',
    describe: 'The host name inside of the container (`-h`).',
    example: 'web',
    read: ({ inspect }) => seen(inspect.Config?.Hostname),
  },
  labels: {
    name: { fr: 'étiquettes', en: 'labels' },
    words: {
      fr: { element: { a: 'une étiquette', no: 'aucune étiquette' } },
      en: { element: { a: 'a label', no: 'no label' } },
    },
    type: 'string',
    shape: 'map',
    describe: 'Labels, those of the image included.',
    example: { team: 'blue' },
    read: ({ inspect }) => seen(inspect.Config?.Labels ?? {}),
  },
  'image-id': {
    name: { fr: 'identifiant de l’image', en: 'ID of the image' },
    type: 'string',
    shape: 'one',
    describe: 'The ID of the image that it was made from; compare it with an image by `same-as`.',
    example: { 'same-as': 'image/ubuntu.id' },
    read: ({ inspect }) => seen(inspect.Image),
  },
};
