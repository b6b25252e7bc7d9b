import type { Searched } from '../../evidence/facts';
import { isFound, isFoundInPart } from '../../text/find-in-part';
import { isPatternText } from '../../text/pattern';

/** How much is known of a text that is searched. */
export interface Known {
  /** The stream was read to its end. */
  readonly isWhole: boolean;
  readonly startLost: boolean;
}

/** Looks for what a lab asks for while there is more of a text than the evidence keeps. */
export function searchText(text: string, search: readonly string[], { isWhole, startLost }: Known): Searched {
  // The last character of a part may be half a one.
  const known = isWhole ? text : text.replace(/\ufffd{1,3}$/, '');
  const isThere = (sought: string): boolean => {
    if (isWhole && !startLost) return isFound(sought, known);
    return isPatternText(sought) ? isFoundInPart(sought, known, { startLost }) : known.includes(sought);
  };
  return {
    found: Object.fromEntries(search.map((sought) => [sought, isThere(sought)])),
    ...(isWhole && !startLost && { size: characters(known) }),
  };
}

function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
