/** How much is told below the result of a check. Lengths are in characters. */
export interface Depth {
  /** Of each value expected or seen; 0 leaves the evidence out. */
  readonly evidence: number;
  readonly differences: boolean;
  readonly hints: boolean;
  readonly says: boolean;
  readonly title: number;
}

export const full: Depth = { evidence: 2_000, differences: true, hints: true, says: true, title: 300 };

/** What goes first when there is too much: evidence, then differences, hints, reasons; results stay, in the end under short titles. */
export const depths: readonly Depth[] = [
  full,
  { ...full, evidence: 200 },
  { ...full, evidence: 40 },
  { ...full, evidence: 0 },
  { ...full, evidence: 0, differences: false },
  { ...full, evidence: 0, differences: false, hints: false },
  { evidence: 0, differences: false, hints: false, says: false, title: 120 },
  { evidence: 0, differences: false, hints: false, says: false, title: 60 },
  { evidence: 0, differences: false, hints: false, says: false, title: 16 },
];
