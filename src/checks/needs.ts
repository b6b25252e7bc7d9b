import type { Request } from '../evidence/request';
import type { CheckInput } from './kind';
import { kinds } from './registry';
import { sameAsIn } from './same-as';

/** What one check rests on: its kind's facts, and those of every resource that it compares with. */
export function requestsOf({ check, lab }: CheckInput): Request[] {
  const compared = Object.values(check.keys).flatMap(sameAsIn);
  return [check, ...compared.map((other) => other.check)].flatMap((each) => [
    ...(kinds[each.kind]?.needs({ check: each, lab }) ?? []),
  ]);
}
