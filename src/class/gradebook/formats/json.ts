import { escapeInvisible } from '../../../text/escape-json';
import type { Gradebook } from '../gradebook';

/** For programs, and for the `--since` of the next gradebook. On one line: a class is large. */
export const jsonGradebook = (gradebook: Gradebook): string =>
  `${escapeInvisible(JSON.stringify(gradebook))}\n`;
