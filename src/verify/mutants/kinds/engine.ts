import type { EngineFact } from '../../../evidence/facts';
import type { Json } from '../../../text/json';
import { retells, type Host } from '../host';
import type { Generator } from '../mutant';
import { writeWrongValues, type Write, type Writers } from '../write-values';

const change = (host: Host, to: (engine: EngineFact) => EngineFact): Host =>
  retells(host, { fact: 'engine' }, to);

/** Another product, another version, another machine. */
export const wrongEngines: Generator = (target) => [
  ...(target.check.subject === 'any'
    ? []
    : [
        {
          code: 'engine.other',
          change: (host: Host) =>
            change(host, (engine) => ({
              ...engine,
              flavour: engine.flavour === 'docker' ? 'podman' : 'docker',
            })),
        } as const,
      ]),
  ...writeWrongValues(target, engineWriters, change),
];

const text =
  (field: keyof EngineFact): Write<EngineFact> =>
  (engine, value: Json | undefined) => ({ ...engine, [field]: value === undefined ? '' : String(value) });

const engineWriters: Writers<EngineFact> = {
  flavour: text('flavour'),
  version: text('version'),
  api: text('apiVersion'),
  os: text('os'),
  arch: text('arch'),
  kernel: text('kernel'),
  'operating-system': text('operatingSystem'),
  name: text('name'),
  'storage-driver': text('storageDriver'),
  store: text('store'),
  rootless: (engine, value) => ({ ...engine, rootless: value === true }),
  'cgroup-version': text('cgroupVersion'),
};
