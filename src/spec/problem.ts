import type { SpecCode, SpecMessages } from '../messages/codes/spec';
import { excerptAt, positionAt, type Excerpt, type Range, type Source } from './source';

/** Something wrong with a lab, and where. */
export type Problem = {
  [C in SpecCode]: {
    readonly code: C;
    readonly args: SpecMessages[C];
    readonly file: string;
    /** Absent where the trouble is the file itself; else all three count from 1, in UTF-16 code units. */
    readonly at?: { readonly line: number; readonly column: number; readonly length: number };
    readonly excerpt?: Excerpt;
  };
}[SpecCode];

export function problemAt<C extends SpecCode>(
  source: Source,
  range: Range,
  code: C,
  args: SpecMessages[C],
): Problem {
  const excerpt = excerptAt(source, range);
  const at = { ...positionAt(source, range.start), length: excerpt.length };
  // A mapped union cannot be built from its own generic parts without saying so.
  return { code, args, file: source.file, at, excerpt } as Problem;
}

/** Trouble with a file as a whole. */
export function fileProblem<C extends SpecCode>(file: string, code: C, args: SpecMessages[C]): Problem {
  return { code, args, file } as Problem; // As above.
}

/** By file, then from top to bottom. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const byPlace = (a: Problem, b: Problem): number =>
    (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : byPlace(a, b)));
}
