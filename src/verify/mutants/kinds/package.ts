import { written } from '../../../checks/kinds/inside/written';
import type { PackagesFact } from '../../../evidence/facts';
import type { MutantCode } from '../codes';
import { retells, type Host } from '../host';
import type { Generator, Wrong } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

/** Never installed, removed again, not set up to the end, or in another version. */
export const wrongPackages: Generator = (target) => {
  const { subject, keys } = target.check;
  const [container, name] = [written(keys['in']), written(subject)];
  const change = (host: Host, to: (fact: PackagesFact) => PackagesFact): Host =>
    retells(host, { fact: 'packages', container, names: [name] }, (fact) => fact && to(fact));
  const has = (code: MutantCode, to: (fact: PackagesFact) => PackagesFact): Wrong => ({
    code,
    change: (host) => change(host, to),
  });
  const writers: Writers<PackagesFact> = {
    version: (fact, value) => ({ ...fact, installed: { ...fact.installed, [name]: String(value) } }),
    manager: (fact, value) => ({ ...fact, manager: value === 'apk' || value === 'rpm' ? value : 'dpkg' }),
  };
  if (keys['exists'] === false)
    return [has('present', (fact) => ({ ...fact, installed: { ...fact.installed, [name]: '1.0' } }))];
  const without = (fact: PackagesFact, state?: 'removed' | 'half-installed'): PackagesFact => {
    const { [name]: _, ...installed } = fact.installed;
    return { ...fact, installed, unfinished: { ...fact.unfinished, ...(state && { [name]: state }) } };
  };
  return [
    has('absent', (fact) => without(fact)),
    has('package.removed', (fact) => without(fact, 'removed')),
    has('package.half-installed', (fact) => without(fact, 'half-installed')),
    ...writeWrongValues(target, writers, change),
  ];
};
