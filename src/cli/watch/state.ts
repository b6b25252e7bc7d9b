import type { Outcome } from '../../judge/verdict';
import type { Report, ReportCheck } from '../../report/report';

/** What `watch` shows at a moment. Times are texts, as people read them. */
export interface WatchState {
  readonly reports: readonly Report[];
  readonly lastLook?: string;
  readonly engineVersion?: string;
  readonly downSince?: string;
  readonly recording: boolean;
}

/** Hand-written tests are not run while watching: they wait, and are no trouble with the engine. */
export const waitsForJest = ({ kind, outcome, message }: ReportCheck): boolean =>
  kind === 'jest' &&
  outcome === 'error' &&
  message?.code === 'check.fault' &&
  message.args.fault.code === 'fact.not-collected';

/** A check's outcome as `watch` shows it. */
export const shownOutcome = (check: ReportCheck): Outcome =>
  waitsForJest(check) ? 'blocked' : check.outcome;
