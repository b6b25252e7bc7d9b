import { expectationProblems } from '../../checks/match/problems';
import { unseenNumbers } from '../../checks/kinds/event/unseen';
import { holds } from '../../checks/match/holds';
import { isJsonObject, type Json } from '../../text/json';
import { keyProblem, type Draft, type DraftCheck } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

const times = { type: 'number', shape: 'one' } as const;
const numbers = { type: 'number', shape: 'list' } as const;

/**
 * An engine forgets. Of one container it is known whether all was seen, since its creation is; without a container, or with earlier ones, it never
 * is: that something did not happen, or no more often, can then never be known.
 */
export function eventsThatNeverPass(draft: Draft): readonly Problem[] {
  return eventsWithoutBeginning(draft).flatMap((check) => {
    const key = deniedBy(check);
    return key === undefined
      ? []
      : [keyProblem(draft, pointerTo(check.pointer, key), 'check.event-never-known', {})];
  });
}

/** For the same reason, that it was not done can never be held against anybody: a lab may want that, but should know. */
export function eventsThatNeverFail(draft: Draft): readonly Problem[] {
  return eventsWithoutBeginning(draft)
    .filter((check) => deniedBy(check) === undefined)
    .map((check) => {
      const because = isJsonObject(check.json['event']) && 'container' in check.json['event'];
      return keyProblem(draft, pointerTo(check.pointer, 'event'), 'check.event-never-lost', {
        because: because ? 'earlier' : 'no-container',
      });
    });
}

function eventsWithoutBeginning(draft: Draft): readonly DraftCheck[] {
  return eachCheck(draft).filter(({ kind, json }) => {
    const subject = kind?.kind === 'event' ? json['event'] : undefined;
    return isJsonObject(subject) && (subject['container'] === undefined || subject['earlier'] === true);
  });
}

const numbersOfEvents = ['exit-code', 'signal'] as const;

/** The key that asks that something did not happen, or no more often. */
function deniedBy({ json }: DraftCheck): string | undefined {
  if (json['exists'] === false) return 'exists';
  if (isBounded(times, json['times'], 1e9)) return 'times';
  return numbersOfEvents.find((key) =>
    // Whatever events there may have been, told in one list.
    isBounded(numbers, json[key], [...unseenNumbers(json[key]), ...Array<number>(1000).fill(-1)]),
  );
}

/** It might hold now, and no longer if there had been many more. */
function isBounded(
  attribute: typeof times | typeof numbers,
  expected: Json | undefined,
  many: number | number[],
): boolean {
  if (expected === undefined || expectationProblems({ ...attribute, kinds: [] }, expected).length > 0)
    return false;
  return !holds(attribute, expected, many);
}
