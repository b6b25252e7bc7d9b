import type { Incomparable } from '../../messages/codes/expectation';
import type { Attribute } from '../attribute';
import { isTextual } from './matchers';
import type { ComparedType, Target } from './target';

type Described = Pick<Attribute<unknown>, 'type' | 'shape'>;
interface Wanted {
  readonly type: ComparedType;
  readonly shape: Target['shape'];
}

/** What keeps `same-as` from ever holding: the types of both sides, and how many values each has. */
export function incomparable(
  wanted: Wanted,
  found: Described,
  key: string | undefined,
): Incomparable | undefined {
  const hasKeys = found.shape === 'map' || found.shape === 'document';
  if (key !== undefined && !hasKeys) return 'no-keys';
  if (key === undefined && hasKeys)
    return found.shape === 'map' && wanted.shape === 'map' ? typed(wanted, found) : 'needs-key';
  // Whatever stands at a path.
  if (found.shape === 'document' || wanted.type === 'json') return undefined;
  if (found.shape === 'list' && wanted.shape === 'one' && wanted.type !== 'text') return 'list';
  return typed(wanted, found);
}

function typed({ type }: Wanted, found: Described): 'type' | undefined {
  if (type === found.type || type === 'json') return undefined;
  if (isTextual(type)) {
    const isDigits = found.type === 'number' && (type === 'string' || type === 'text');
    return isTextual(found.type) || isDigits ? undefined : 'type';
  }
  const areNumbers = type === 'number' && (found.type === 'size' || found.type === 'duration');
  return areNumbers || ((type === 'size' || type === 'duration') && found.type === 'number')
    ? undefined
    : 'type';
}
