import fc from 'fast-check';
import type { CheckVerdict, LabVerdict, Outcome, TaskVerdict } from '../../src/judge/verdict';
import type { Check, Task } from '../../src/spec/lab';
import { anyLab, checkOf } from './evidence';

/** A check, its outcome where it is looked at, and the outcomes of its assertions. */
export interface Piece {
  readonly check: Check;
  readonly outcome: 'passed' | 'failed' | 'error' | 'excused';
  readonly assertions: readonly ('passed' | 'failed' | 'error')[];
}
export interface Piled {
  readonly task: Task;
  readonly pieces: readonly Piece[];
}

const assertionOutcome = fc.constantFrom('passed', 'failed', 'error');
const piece: fc.Arbitrary<Omit<Piece, 'check'> & { weight: number; partial: boolean }> = fc.record({
  weight: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
  partial: fc.boolean(),
  outcome: fc.constantFrom('passed', 'failed', 'error', 'excused'),
  assertions: fc.array(assertionOutcome, { minLength: 1, maxLength: 7 }),
});
const heap = fc.record({
  share: fc.integer({ min: 1, max: 20 }),
  bonus: fc.boolean(),
  needs: fc.array(fc.nat(5), { maxLength: 2 }),
  pieces: fc
    .array(piece, { minLength: 1, maxLength: 9 })
    .filter((pieces) => pieces.some(({ weight }) => weight > 0)),
});

/** A lab with verdicts, as validation lets it pass: the points of the tasks that are no bonus add up to the scale, needs point to earlier tasks. */
export const graded = fc
  .record({
    scale: fc.constantFrom(1, 10, 20, 100, 7.5),
    pass: fc.integer({ min: 0, max: 40 }),
    heaps: fc
      .array(heap, { minLength: 1, maxLength: 7 })
      .filter((heaps) => heaps.some(({ bonus }) => !bonus)),
  })
  .map(({ scale, pass, heaps }) => {
    const shares = heaps.filter(({ bonus }) => !bonus).reduce((total, { share }) => total + share, 0);
    const piles = heaps.map(({ share, bonus, needs, pieces }, index): Piled => {
      const id = `t${index}`;
      const built = pieces.map((one, n): Piece => ({
        outcome: one.outcome,
        assertions: settled(one),
        check: { ...checkOf('container', 'x'), id: `${id}.${n}`, weight: one.weight, partial: one.partial },
      }));
      const points = bonus ? share / 4 : (share / shares) * scale;
      const at = { line: 1, column: 1 };
      const earlier = needs.filter((need) => need < index).map((need) => `t${need}`);
      const checks = built.map(({ check }) => check);
      return { pieces: built, task: { id, title: id, needs: earlier, points, bonus, checks, at } };
    });
    return {
      lab: { ...anyLab, scale, pass: (pass / 40) * scale, tasks: piles.map(({ task }) => task) },
      piles,
    };
  });

/** The assertions of a check are such that they give its outcome, as the judge has it. */
function settled({ outcome, assertions }: Pick<Piece, 'outcome' | 'assertions'>): Piece['assertions'] {
  if (outcome === 'passed') return assertions.map(() => 'passed');
  if (outcome === 'failed') return ['failed', ...assertions.slice(1)];
  return ['error', ...assertions.slice(1).map((one) => (one === 'failed' ? 'passed' : one))];
}

/** The verdict that the judge would come to. */
export function verdictOf(
  piles: readonly Piled[],
  change: (piece: Piece) => Piece = (one) => one,
): LabVerdict {
  const done = new Map<string, TaskVerdict>();
  for (const { task, pieces } of piles) {
    const blocked = task.needs.some((id) => !['passed', 'excused'].includes(done.get(id)?.outcome ?? ''));
    const checks = pieces.map(change).map(({ check, outcome, assertions }): CheckVerdict => {
      const now: Outcome = blocked && outcome !== 'excused' ? 'blocked' : outcome;
      return {
        check: check.id,
        outcome: now,
        facts: [],
        assertions:
          now === 'blocked' || now === 'excused'
            ? []
            : assertions.map((one, n) => ({ key: String(n), outcome: one, expected: null })),
      };
    });
    done.set(task.id, { task: task.id, outcome: outcomeOf(checks), checks });
  }
  return { lab: 'lab', tasks: [...done.values()] };
}

function outcomeOf(checks: readonly CheckVerdict[]): Outcome {
  const worst = (['failed', 'error', 'blocked', 'passed'] as const).find((outcome) =>
    checks.some((check) => check.outcome === outcome),
  );
  return worst ?? 'excused';
}
