/** An event of ours lies strictly between two places of the list. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

/**
 * Which events may be ours: each slot is that of one event at most. As many as the slots that are `sure` can take are ours, whichever of those in their
 * reach it were; as many more as the others can take, with all of them together, may be (a largest matching, by augmenting paths).
 */
export function matchSlots(
  events: readonly number[],
  sure: readonly Slot[],
  maybe: readonly Slot[],
): { readonly sure: readonly number[]; readonly maybe: readonly number[] } {
  const slots = [...sure, ...maybe].map(({ from, to }) =>
    events.flatMap((place, index) => (place > from && place < to ? [index] : [])),
  );
  const slotOf = new Map<number, number>();
  const place = (slot: number, seen: Set<number>): boolean => {
    for (const event of slots[slot] ?? []) {
      if (seen.has(event)) continue;
      seen.add(event);
      const holder = slotOf.get(event);
      if (holder !== undefined && !place(holder, seen)) continue;
      slotOf.set(event, slot);
      return true;
    }
    return false;
  };
  slots.forEach((_, slot) => place(slot, new Set()));
  const matched = (isSure: boolean): number[] =>
    [...slotOf].flatMap(([event, slot]) => (slot < sure.length === isSure ? (events[event] ?? []) : []));
  return { sure: matched(true), maybe: matched(false) };
}
