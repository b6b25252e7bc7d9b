import type { Json } from '../../text/json';
import type { Range } from '../source';

/** Where a value stands, and its key where it has one. */
export interface Spot {
  readonly value: Range;
  readonly key?: Range;
  /** A number or a boolean as the author wrote it: `1.10`, `0644`. */
  readonly written?: string;
}

/** A lab's document as plain JSON, with the place of each of its parts by JSON pointer. */
export interface Tree {
  readonly json: Json;
  readonly spots: ReadonlyMap<string, Spot>;
}

/** A JSON pointer one step further. */
export const pointerTo = (pointer: string, ...steps: readonly (string | number)[]): string =>
  steps.reduce<string>(
    (path, step) => `${path}/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    pointer,
  );

/** The spot of a pointer, or of the nearest part around it. */
export function spotOf({ spots }: Tree, pointer: string): Spot {
  for (let path = pointer; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const spot = spots.get(path);
    if (spot) return spot;
    if (path === '') return { value: { start: 0, end: 0 } };
  }
}
