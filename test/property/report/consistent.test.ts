import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contradictionIn } from '../../../src/report/consistent';
import { anyReports } from '../../support/any-report';

test('no report that grading makes contradicts itself, and it does as soon as its points are others', () => {
  fc.assert(
    fc.property(anyReports, fc.constantFrom(-1, 0.01, 5, 1e9), (reports, change) => {
      for (const report of reports) {
        expect(contradictionIn(report)).toBeUndefined();
        expect(contradictionIn({ ...report, points: report.points + change })).toBe('/points');
      }
    }),
  );
});
