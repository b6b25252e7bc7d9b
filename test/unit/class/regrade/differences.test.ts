import { describe, expect, test } from '@jest/globals';
import { differenceText } from '../../../../src/class/regrade/difference-text';
import { changeOf } from '../../../../src/class/regrade/differences';
import type { ShownReport } from '../../../../src/report/shown/shown-report';
import { reportThat } from '../../../support/class-results';

const student = { id: 'ada', name: 'Ada \x1b[2J' };
const before = reportThat('below', 7);

/** The report after the lab was corrected: another mark, the first check passes, the second is gone. */
function corrected(): ShownReport {
  const tasks = before.tasks.map((task, index) =>
    index === 0
      ? { ...task, checks: task.checks.map((check) => ({ ...check, outcome: 'failed' as const, points: 0 })) }
      : { ...task, checks: index === 1 ? task.checks.slice(1) : task.checks },
  );
  return {
    ...before,
    lab: { ...before.lab, hash: 'sha256:ffffffffffffffff' },
    outcome: 'reached',
    points: 11,
    tasks,
  };
}

describe('what a corrected lab has changed', () => {
  test('is nothing where all came out the same', () => {
    const same = { ...before, lab: { ...before.lab, hash: 'sha256:ff' } };
    expect(changeOf(student, [before], [same])).toEqual({ student, labs: [] });
  });

  test('is told check by check, with both labs’ hashes', () => {
    const [first] = before.tasks[0]?.checks ?? [];
    const [gone] = before.tasks[1]?.checks ?? [];
    const { labs } = changeOf(student, [before], [corrected()]);
    expect(labs).toEqual([
      {
        lab: '02-ubuntu',
        hashes: { before: before.lab.hash, after: 'sha256:ffffffffffffffff' },
        before: { outcome: 'below', points: 7, max: before.max },
        after: { outcome: 'reached', points: 11, max: before.max },
        checks: [
          {
            check: first?.id,
            before: { outcome: first?.outcome, points: first?.points, max: first?.max },
            after: { outcome: 'failed', points: 0, max: first?.max },
          },
          { check: gone?.id, before: { outcome: gone?.outcome, points: gone?.points, max: gone?.max } },
        ],
      },
    ]);
  });

  test('is everything where there was no mark before', () => {
    const { labs } = changeOf(student, undefined, [before]);
    expect(labs[0]).not.toHaveProperty('before');
    expect(labs[0]?.checks).toHaveLength(before.tasks.flatMap(({ checks }) => checks).length);
  });

  test('is safe to show, in both languages', () => {
    const change = changeOf(student, [before], [corrected()]);
    const english = differenceText(change, 'en');
    expect(english).not.toContain('\x1b');
    expect(english).toContain('7 / 20 (below the pass mark) → 11 / 20 (pass mark reached)');
    expect(english).toContain('→ ffffffffffff]');
    expect(differenceText(change, 'fr')).toContain('(seuil non atteint) → 11 / 20 (seuil atteint)');
  });
});
