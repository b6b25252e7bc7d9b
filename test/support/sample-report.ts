import type { Report } from '../../src/report/report';
import type { Lab } from '../../src/spec/lab';
import { checkOf, theContainer, ubuntu, type Found } from './evidence';
import { labWith, onContainer, taskOf } from './lab-builder';
import { reportOf } from './report-builder';

const both = (fr: string, en: string) => ({ fr, en });

/** One lab in which every outcome is met, and everything that an author can write. */
export const sampleLab: Lab = labWith(
  [
    taskOf('run', [onContainer('ubuntu', { state: 'running' }, { title: both('Il tourne', 'It runs') })], {
      title: both('Lancer le conteneur', 'Run the container'),
      points: 4,
    }),
    taskOf(
      'port',
      [
        onContainer('ubuntu', { ports: ['8080:80'] }, { reveal: 'command' }),
        onContainer(
          'ubuntu',
          { tty: true, stdin: true, hostname: 'web' },
          { partial: true, reveal: 'nothing' },
        ),
        onContainer('ubuntu', { hostname: 'secret-name' }, { hidden: true }),
      ],
      {
        title: both(
          'Publier le port 80 du conteneur sur le port 8080 de l’hôte',
          'Publish port 80 of the container on port 8080 of the host',
        ),
        course: both('Exemple : les ports', 'Example: ports'),
        points: 6,
      },
    ),
    taskOf('web', [checkOf('http', { container: 'ubuntu', port: 80 }, { status: 200 })], {
      title: both('Le serveur répond', 'The server answers'),
      needs: ['port'],
      points: 4,
    }),
    taskOf(
      'more',
      [
        onContainer(
          'gone',
          { state: 'running' },
          { hint: both('Relisez la page 3.\nPuis la page 4.\n', 'Read page 3 again.\nThen page 4.\n') },
        ),
        onContainer('gone', { tty: true }),
        onContainer('broken', { state: 'running' }),
        onContainer('gone', { stdin: true }, { excused: both('absent ce jour-là', 'absent that day') }),
      ],
      { title: both('Un deuxième conteneur', 'A second container'), points: 6 },
    ),
    taskOf('bonus', [onContainer('ubuntu', { image: 'ubuntu' })], {
      title: both('Pour aller plus loin', 'Going further'),
      points: 2,
      bonus: true,
    }),
  ],
  {
    id: '02-ubuntu',
    title: both('Exécuter un environnement Linux', 'Run a Linux environment'),
    reveal: 'hint',
  },
);

export const sampleFacts: readonly Found[] = [
  ...theContainer(null, 'gone'),
  ...theContainer(ubuntu()),
  [
    'container/broken',
    { fault: { code: 'deadline', args: { call: 'GET /containers/broken/json', deadlineMs: 8000 } } },
  ],
];

export const sample: Report = reportOf(sampleLab, sampleFacts);
