import { kinds } from '../../../checks/registry';
import type { FileFact } from '../../../evidence/facts';
import type { RequestOf } from '../../../evidence/request';
import { retells, tells, type Host } from '../host';
import type { Generator, Target } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

/** Not there, or with any other value. */
export const wrongFiles: Generator = (target) => {
  const request = fileOf(target);
  if (!request) return [];
  if (target.check.keys['exists'] === false)
    return [
      { code: 'present', change: (host) => tells(host, request, { type: 'file', mode: 0o644, size: 1 }) },
    ];
  const change = (host: Host, to: (fact: FileFact) => FileFact): Host =>
    retells(host, request, (fact) => fact && to(fact));
  return [
    { code: 'absent', change: (host) => tells(host, request, null) },
    ...writeWrongValues(target, writers, change),
  ];
};

const nobody = 4711;

const writers: Writers<FileFact> = {
  type: (fact, value) => ({
    ...fact,
    type: value === 'directory' || value === 'symlink' || value === 'other' ? value : 'file',
  }),
  mode: (fact, value) => ({ ...fact, mode: Number.parseInt(String(value), 8) }),
  executable: (fact, value) => ({ ...fact, mode: value === true ? fact.mode | 0o111 : fact.mode & ~0o111 }),
  owner: (fact) => ({ ...fact, uid: nobody }),
  group: (fact) => ({ ...fact, gid: nobody }),
  uid: (fact, value) => ({ ...fact, uid: Number(value) }),
  gid: (fact, value) => ({ ...fact, gid: Number(value) }),
  size: (fact, value) => ({ ...fact, size: Number(value) }),
  content: (fact, value) => ({ ...fact, content: String(value ?? '') }),
  'link-target': ({ target: _, ...fact }, value) =>
    value === undefined ? fact : { ...fact, target: String(value) },
};

const fileOf = ({ check, lab }: Target): RequestOf<'file'> | undefined =>
  kinds['file']
    ?.needs({ check, lab })
    .find((request): request is RequestOf<'file'> => request.fact === 'file');
