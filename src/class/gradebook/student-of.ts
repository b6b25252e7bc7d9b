import type { GradeOutcome } from '../../score/grade';
import type { StudentRow } from './accumulate';
import type { GradebookLab, GradebookStudent, StudentLab } from './gradebook';
import { rounded, sum } from './statistics/marks';

/** A student with the total over the common labs, if each of them has a mark. */
export function studentOf(row: StudentRow, labs: readonly GradebookLab[]): GradebookStudent {
  const { student, gradedAt, problem } = row;
  const own = new Map(row.labs.map((lab) => [lab.lab, lab]));
  const common = labs.filter((lab) => lab.common);
  const counted = common.flatMap(({ id }) => own.get(id) ?? []);
  const missing = common.filter(({ id }) => !own.has(id)).map(({ id }) => id);
  const outcome = outcomeOf(counted, missing.length > 0 || problem !== undefined);
  return {
    ...student,
    gradedAt,
    outcome,
    ...(outcome !== 'incomplete' && {
      points: rounded(sum(counted.map(({ points }) => points))),
      max: rounded(sum(counted.map(({ max }) => max))),
    }),
    missing,
    ...(problem && { problem }),
    labs: labs.flatMap(({ id }) => {
      const found = own.get(id);
      return found ? [withoutDetails(found)] : [];
    }),
  };
}

function outcomeOf(labs: readonly StudentLab[], isShort: boolean): GradeOutcome {
  if (isShort || labs.length === 0 || labs.some(({ outcome }) => outcome === 'incomplete'))
    return 'incomplete';
  return labs.every(({ outcome }) => outcome === 'reached') ? 'reached' : 'below';
}

const withoutDetails = ({
  lab,
  outcome,
  points,
  max,
  undecided,
  takenAt,
  reasons,
}: StudentLab): StudentLab => ({
  lab,
  outcome,
  points,
  max,
  undecided,
  takenAt,
  reasons,
});
