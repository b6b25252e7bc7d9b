import { styleText } from 'node:util';
import type { Outcome } from '../../judge/verdict';

/** How a report may look in the terminal at hand. */
export interface Look {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
}

type Format = Parameters<typeof styleText>[0];

/** Colour only repeats what the words and signs already say. */
export const paint = (look: Look, format: Format, text: string): string =>
  look.color ? styleText(format, text, { validateStream: false }) : text;

export const outcomeStyle = {
  passed: 'green',
  failed: 'red',
  blocked: 'yellow',
  excused: 'dim',
  error: 'magenta',
} as const satisfies Readonly<Record<Outcome, Format>>;
