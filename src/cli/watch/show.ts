import type { Looked } from './state';

/** Shows how things stand: a screen of its own on a terminal, lines elsewhere. */
export interface Show {
  readonly looked: (looked: Looked, isAsking: boolean) => void;
  /** Something has happened that is not in what is shown. */
  readonly stirred: () => void;
  /** The engine answers; `recording`: what happens is written down, which needs a place to write. */
  readonly up: (recording: boolean) => void;
  readonly down: () => void;
  readonly end: () => void;
}

export interface ShowParts {
  readonly named: boolean;
  /** What a clock shows. */
  readonly time: () => string;
}

/** By this machine's clock, as on the student's wrist. */
export const clockTime = (date: Date): string =>
  [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
