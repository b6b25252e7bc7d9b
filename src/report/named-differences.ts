import { attributeName } from '../checks/attribute-name';
import type { Language } from '../text/language';
import type { ShownCheck } from './shown/shown-report';

/** An assertion that does not hold, as it is read: by its name, not by the key that labs and programs know it by. */
export interface NamedDifference {
  readonly name: string;
  readonly expected: string;
  readonly seen: string;
}

export const namedDifferences = (
  { kind, differences }: ShownCheck,
  language: Language,
): readonly NamedDifference[] =>
  differences.map(({ key, expected, seen }) => ({
    name: attributeName(kind, key, language),
    expected,
    seen,
  }));
