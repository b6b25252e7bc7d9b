import fc from 'fast-check';
import { makeReport } from '../../src/report/make-report';
import type { ShownReports } from '../../src/report/formats/format';
import type { ShownReport } from '../../src/report/shown/shown-report';
import { score } from '../../src/score/score';
import { evidenceOf } from './evidence';
import { graded, verdictOf } from './graded-lab';
import { shownIn } from './report-builder';

/** What a reader sees of labs of every kind and with every outcome: bonus, partial and excused points, scales that are not whole. */
const anyReport: fc.Arbitrary<ShownReport> = fc
  .tuple(graded, fc.constantFrom('fr', 'en'))
  .map(([{ lab, piles }, language]) => {
    const verdict = verdictOf(piles);
    return shownIn(language, makeReport(lab, evidenceOf([]), verdict, score(lab, verdict), '1.2.3'));
  });

export const anyReports: fc.Arbitrary<ShownReports> = fc
  .tuple(anyReport, fc.array(anyReport, { maxLength: 2 }))
  .map(([first, others]) => [first, ...others]);

/** The same where nothing was left undecided: what could not be found out is taken as excused. */
export const anyGradedReports: fc.Arbitrary<ShownReports> = fc
  .tuple(anyGraded(), fc.array(anyGraded(), { maxLength: 2 }))
  .map(([first, others]) => [first, ...others]);

function anyGraded(): fc.Arbitrary<ShownReport> {
  return graded.map(({ lab, piles }) => {
    const verdict = verdictOf(piles, (piece) => ({
      ...piece,
      outcome: piece.outcome === 'error' ? 'excused' : piece.outcome,
      assertions: piece.assertions.map((one) => (one === 'error' ? 'failed' : one)),
    }));
    return shownIn('en', makeReport(lab, evidenceOf([]), verdict, score(lab, verdict), '1.2.3'));
  });
}
