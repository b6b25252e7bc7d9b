import { expectationProblems } from '../../checks/match/problems';
import { holds } from '../../checks/match/holds';
import { isJsonObject, type Json } from '../../text/json';
import { keyProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

const times = { type: 'number', shape: 'one' } as const;

/**
 * An engine forgets. Of one container it is known whether all was seen, since its creation is; without a container, or with earlier ones, it never
 * is: that something did not happen, or no more often, can then never be known.
 */
export function eventsThatNeverPass(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    const subject = kind?.kind === 'event' ? json['event'] : undefined;
    if (!isJsonObject(subject) || (subject['container'] !== undefined && subject['earlier'] !== true))
      return [];
    const key = json['exists'] === false ? 'exists' : isBounded(json['times']) ? 'times' : undefined;
    return key === undefined
      ? []
      : [keyProblem(draft, pointerTo(pointer, key), 'check.event-never-known', {})];
  });
}

/** It might hold now, and no longer if there had been many more. */
function isBounded(expected: Json | undefined): boolean {
  if (expected === undefined || expectationProblems({ ...times, kinds: [] }, expected).length > 0)
    return false;
  return !holds(times, expected, 1e9);
}
