import type { CheckKind } from '../checks/kind';
import type { NetworkUse, Reveal } from './lab';

/** Keys that every check can have. An attribute of the same name can still be referred to by `same-as`. */
export const commonCheckKeys = [
  'id',
  'title',
  'hint',
  'weight',
  'partial',
  'within',
  'hidden',
  'excused',
  'reveal',
] as const;
export type CommonCheckKey = (typeof commonCheckKeys)[number];

export const reveals: readonly Reveal[] = ['nothing', 'hint', 'command'];
export const networkUses: readonly NetworkUse[] = ['apt'];

/** An id of a lab, a task or a check: it becomes part of file names, of reports and of links. */
export const idPattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$';

export const isCommonKey = (key: string): key is CommonCheckKey =>
  (commonCheckKeys as readonly string[]).includes(key);

/** The assertions that a check of a kind can make, in the kind's order. `exists` is everyone's. */
export const assertionKeys = (kind: CheckKind): readonly string[] => [
  ...new Set([...Object.keys(kind.attributes).filter((key) => !isCommonKey(key)), 'exists']),
];
