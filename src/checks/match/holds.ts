import type { Json } from '../../text/json';
import { compare } from './compare';
import { whole } from './sight';
import type { Target } from './target';

/** Whether a value that is known whole meets an expectation. */
export const holds = (target: Target, expected: Json, seen: Json | undefined): boolean =>
  compare(target, expected, whole(seen)) === 'yes';
