import type { DurationProblem } from '../../text/duration';
import type { ReferenceProblem } from '../../text/image-reference';
import type { JsonPathProblem } from '../../text/json-path';
import type { ModeProblem } from '../../text/mode';
import type { PatternProblem } from '../../text/pattern';
import type { PlatformProblem } from '../../text/platform';
import type { PublicationProblem } from '../../text/published-port';
import type { SizeProblem } from '../../text/size';
import type { VersionProblem } from '../../text/version';

/** Why a text is not what its place asks for. */
export type Malformed =
  | DurationProblem['code']
  | ReferenceProblem['code']
  | JsonPathProblem['code']
  | ModeProblem['code']
  | PatternProblem['code']
  | PlatformProblem['code']
  | PublicationProblem['code']
  | SizeProblem['code']
  | VersionProblem['code'];

/** What a value is, or should be, in an author's words. */
export type Sort =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'list'
  | 'mapping'
  | 'nothing'
  | 'duration'
  | 'size'
  | 'finite number';

/** Why a value of one attribute can never be what another one has. */
export type Incomparable = 'needs-key' | 'no-keys' | 'list' | 'type';

/** What is wrong with an expectation of a lab. */
export interface ExpectationMessages {
  'expectation.empty': Readonly<Record<never, never>>;
  'expectation.sort': { readonly wanted: readonly Sort[]; readonly found: Sort };
  /** A list where there is only one value: it could never hold all of them. */
  'expectation.list-of-one': Readonly<Record<never, never>>;
  'expectation.unknown-value': {
    readonly value: string;
    readonly known: readonly string[];
    readonly nearest?: string;
  };
  'expectation.unknown-matcher': {
    readonly name: string;
    readonly known: readonly string[];
    readonly nearest?: string;
  };
  'expectation.malformed': { readonly value: string; readonly reason: Malformed; readonly part: string };
  /** `gt` and the like on values that have no order, `size` on values that have none. */
  'expectation.matcher-does-not-apply': { readonly matcher: string; readonly type: string };
  /** Beside the keys of a map, or instead of a path: it would be taken for one. */
  'expectation.matcher-as-key': { readonly matcher: string; readonly shape: string };
  'expectation.pattern-not-taken': { readonly type: string };
  'expectation.out-of-range': { readonly value: number; readonly from: number; readonly to: number };
  'expectation.same-as': { readonly value: string };
  /** Both are known, and can never be the same. */
  'expectation.same-as-differs': {
    readonly attribute: string;
    readonly because: Incomparable;
    readonly wanted: string;
    readonly found: string;
  };
  'expectation.same-as-kind': {
    readonly kind: string;
    readonly known: readonly string[];
    readonly nearest?: string;
  };
}
