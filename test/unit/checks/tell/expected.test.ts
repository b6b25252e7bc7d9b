import { describe, expect, test } from '@jest/globals';
import { aboutOf, type About } from '../../../../src/checks/tell/about';
import { tellExpected } from '../../../../src/checks/tell/expected';
import type { Json } from '../../../../src/text/json';

const told = (about: About, expected: Json): string[] => [
  tellExpected(about, expected, 'fr').replaceAll('\u00a0', ' '),
  tellExpected(about, expected, 'en'),
];

describe('an expectation in plain words', () => {
  test.each<[string, string, Json, string, string]>([
    ['container', 'state', 'running', 'en marche', 'running'],
    [
      'container',
      'state',
      { not: 'created' },
      'autre chose que créé, mais jamais démarré',
      'anything but created, but never started',
    ],
    ['container', 'never-stopped', true, 'n’a jamais été arrêté', 'has never been stopped'],
    ['container', 'never-stopped', { not: true }, 'a été arrêté', 'has been stopped'],
    ['container', 'tty', true, 'avec un terminal (-t)', 'with a terminal (-t)'],
    ['container', 'oom-killed', false, 'non', 'no'],
    ['container', 'user', '', '(vide)', '(empty)'],
    ['container', 'ports', ['80:80', '443:443'], '80:80 et 443:443', '80:80 and 443:443'],
    ['container', 'ports', { not: '80:80' }, 'pas 80:80', 'not 80:80'],
    ['container', 'ports', { only: ['80:80'] }, '80:80, et rien d’autre', '80:80, and nothing else'],
    ['container', 'ports', { only: [] }, 'rien', 'nothing'],
    ['container', 'ports', { size: { gte: 1 } }, 'au moins un élément', 'at least one'],
    ['container', 'ports', { size: 0 }, 'aucun élément', 'none'],
    [
      'container',
      'memory',
      { gt: 0, lte: '512m' },
      'plus de 0 et au plus 512 Mio',
      'more than 0 and at most 512 MiB',
    ],
    ['container', 'cpus', 1.5, '1,5', '1.5'],
    [
      'container',
      'command',
      { equals: ['nginx', '-g'] },
      'nginx et -g, dans cet ordre',
      'nginx and -g, in this order',
    ],
    ['container', 'command', { not: { contains: 'bash' } }, 'pas bash', 'not bash'],
    [
      'container',
      'env',
      { MODE: 'test', DEBUG: { exists: false } },
      'MODE : test ; DEBUG : rien',
      'MODE: test; DEBUG: nothing',
    ],
    ['container', 'env', { exists: false }, 'rien', 'nothing'],
    ['container', 'mounts', { contains: '/data' }, '/data', '/data'],
    [
      'container',
      'image-id',
      { 'same-as': 'image/ubuntu.id' },
      'la même valeur que « identifiant » de « ubuntu »',
      'the same as the "ID" of "ubuntu"',
    ],
    ['container', 'inspect', { 'HostConfig.Init': true }, 'HostConfig.Init : oui', 'HostConfig.Init: yes'],
    ['event', 'times', { gte: 1 }, 'au moins une fois', 'at least once'],
    [
      'event',
      'times',
      { gte: 1, lt: 3 },
      'au moins une fois et moins de 3 fois',
      'at least once and less than 3 times',
    ],
    ['event', 'times', 0, 'jamais', 'never'],
    ['event', 'exit-code', { any: [0, 130] }, '0 ou 130', '0 or 130'],
    ['event', 'exit-code', { none: [0, 130] }, 'ni 0 ni 130', 'neither 0 nor 130'],
    ['engine', 'version', '>=20.10 <29', 'au moins 20.10 et moins de 29', 'at least 20.10 and less than 29'],
    [
      'http',
      'headers',
      { server: '/^nginx/' },
      'server : commence par « nginx »',
      'server: begins with "nginx"',
    ],
    [
      'http',
      'body',
      ['nginx', 'Welcome'],
      'contient « nginx » et contient « Welcome »',
      'contains "nginx" and contains "Welcome"',
    ],
    ['http', 'body', { size: { gt: 2 } }, 'plus de 2 caractères', 'more than 2 characters'],
    [
      'logs',
      'typed',
      '/^python3?\\b/',
      'une ligne qui commence par le mot « python » ou « python3 »',
      'a line that begins with the word "python" or "python3"',
    ],
    [
      'logs',
      'typed',
      '/^apt(-get)? install .*nginx/',
      'une ligne qui commence par « apt install  » ou « apt-get install  », puis contient « nginx »',
      'a line that begins with "apt install " or "apt-get install ", then contains "nginx"',
    ],
    ['logs', 'typed', { not: '/rm/' }, 'aucune ligne qui contient « rm »', 'no line that contains "rm"'],
    [
      'logs',
      'typed',
      '/^\\s*ls\\s+-l+/',
      'une ligne qui a la forme que décrit le TP',
      'a line that has the form that the lab describes',
    ],
    ['logs', 'ran', { any: ['python3', 'python'] }, 'python3 ou python', 'python3 or python'],
    ['logs', 'output', '/>>> /', 'contient « >>>  »', 'contains ">>> "'],
    ['file', 'content', { not: { contains: 'root' } }, 'ne contient pas « root »', 'does not contain "root"'],
    ['file', 'content', { matches: '^#!' }, 'commence par « #! »', 'begins with "#!"'],
    ['file', 'content', '/^ok$/', '« ok »', '"ok"'],
    ['file', 'type', 'directory', 'un dossier', 'a folder'],
    ['process', 'exists', true, 'existe', 'exists'],
    ['nothing', 'known', { matches: [] }, 'rien', 'nothing'],
  ])('%s %s: %j', (kind, key, expected, fr, en) => {
    expect(told(aboutOf(kind, key), expected)).toEqual([fr, en]);
  });
});
