import { caps } from '../../../evidence/caps';
import type { PackagesFact } from '../../../evidence/facts';
import { message } from '../../../messages/message';
import { cutAt } from '../../attribute';
import { defineKind, type CheckInput } from '../../kind';
import { needsOfNamed } from '../container/open';
import { inContainer, openInside } from '../inside/open-inside';
import { written } from '../inside/written';
import { explainMissing } from './explain-missing';
import { rivalsOf } from './rivals';

interface PackageSeen {
  readonly name: string;
  readonly version: string;
  readonly manager: PackagesFact['manager'];
}

export const packageKind = defineKind<PackageSeen>({
  kind: 'package',
  name: { fr: 'paquet', en: 'package' },
  describe:
    'An installed package, by the exact name that its package manager has for it; read from the database of dpkg, apk or rpm (4.16 and later) in the container, ' +
    'running or not. Removed packages whose configuration is left, and those that are not set up to the end, do not count.',
  subject: { type: 'string', describe: 'The name of the package.', example: 'nginx' },
  parameters: { in: inContainer },
  attributes: {
    version: {
      name: { fr: 'version', en: 'version' },
      type: 'version',
      shape: 'one',
      describe: 'The installed version; a range such as `>=1.22` is compared by its numbers.',
      example: '>=1.18',
      read: ({ version }) => ({
        value: version,
        ...cutAt(version.length >= caps.packageVersion, {}),
      }),
    },
    manager: {
      name: { fr: 'gestionnaire de paquets', en: 'package manager' },
      type: 'string',
      shape: 'one',
      describe: 'Whose database has it.',
      values: ['dpkg', 'apk', 'rpm'],
      example: 'dpkg',
      read: ({ manager }) => ({ value: manager }),
    },
  },
  assertsPresence: true,
  needs: (input) => {
    const { container, name } = placeOf(input);
    return [...needsOfNamed(container), { fact: 'packages', container, names: [name, ...rivalsOf(name)] }];
  },
  open: (input, look) => {
    const { container, name } = placeOf(input);
    const opened = openInside(container, input, look);
    if (!('found' in opened)) return opened;
    const fact = look({ fact: 'packages', container, names: [name] });
    if ('fault' in fact) return fact;
    const packages = fact.value;
    const version = packages?.installed[name];
    if (packages === null || version === undefined)
      return explainMissing(name, container, packages, { container: opened.found, lab: input.lab, look });
    return { found: { name, version, manager: packages.manager } };
  },
  nearMisses: [
    ({ resource: { name, version }, misses }) =>
      misses.some(({ key }) => key === 'version')
        ? message('package.other-version', { package: name, version })
        : undefined,
  ],
});

function placeOf({ check }: CheckInput): { readonly container: string; readonly name: string } {
  return { container: written(check.keys['in']), name: written(check.subject) };
}
