import type { Result } from '../../text/result';
import type { ShownReport } from '../shown/shown-report';
import type { FormatProblem } from './format-problem';

/** What a run graded, at least one lab; all in one language. */
export type ShownReports = readonly [ShownReport, ...ShownReport[]];

/** What a format may know of where it is written: the values of the environment, such as who submitted what. */
export type Surroundings = Readonly<Record<string, string | undefined>>;

/**
 * Lays out reports as one text. Every format escapes what it writes, once, with the escaper of its sink; none computes points: it shows those of the
 * report, which are what all formats agree on.
 */
export type Format = (reports: ShownReports, surroundings: Surroundings) => string;

/** A format whose reader takes only some reports: rather than a file that is wrong there is none, and the reason. */
export type RefusingFormat = (
  reports: ShownReports,
  surroundings: Surroundings,
) => Result<string, FormatProblem>;
