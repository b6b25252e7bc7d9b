import type { CheckKind } from './kind';
import { container } from './kinds/container';
import { jest } from './kinds/jest';

/** Every kind of check, by the word that labs use for it. */
export const kinds: Readonly<Record<string, CheckKind>> = { container, jest };

export const isAttribute = (kind: CheckKind, key: string): boolean =>
  key === 'exists' || Object.hasOwn(kind.attributes, key);
