import type { Change, Changes, Gradebook, GradebookStudent, NotRead, StudentLab } from './gradebook';
import { byText } from './tally';

/** What is used of an earlier gradebook. */
export interface Earlier {
  readonly until?: Gradebook['until'];
  readonly students: readonly (Pick<GradebookStudent, 'id' | 'name'> & {
    readonly labs: readonly Pick<StudentLab, 'lab' | 'outcome' | 'points'>[];
  })[];
}

/** What became of the marks since, by student and lab. */
export function changesSince(
  { until, students: before }: Earlier,
  students: readonly GradebookStudent[],
  notRead: readonly NotRead[],
): Changes {
  const now = new Map(students.map((student) => [student.id, student]));
  const then = new Map(before.map((student) => [student.id, student]));
  const unreadable = new Set(notRead.map(({ file }) => file));
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort(byText);
  const list = ids.flatMap((id): readonly Change[] => {
    const earlier = then.get(id);
    const present = now.get(id);
    if (present && !earlier) return [{ student: id, name: present.name, what: 'new' }];
    if (!earlier) return [];
    if (!present && !unreadable.has(`${id}.json`)) return [{ student: id, name: earlier.name, what: 'gone' }];
    return ofLabs(earlier, present ?? { ...earlier, labs: [] });
  });
  return { ...(until !== undefined && { since: until }), list };
}

type Marked = Earlier['students'][number];

function ofLabs(earlier: Marked, present: Marked): readonly Change[] {
  const before = marksOf(earlier);
  const after = marksOf(present);
  const labs = [...new Set([...before.keys(), ...after.keys()])].sort(byText);
  return labs.flatMap((lab): readonly Change[] => {
    const [from, to] = [before.get(lab), after.get(lab)];
    const about = { student: present.id, name: present.name, lab };
    if (from === undefined) return to === undefined ? [] : [{ ...about, what: 'first-mark', to }];
    if (to === undefined) return [{ ...about, what: 'undecided', from }];
    return from === to ? [] : [{ ...about, what: 'mark', from, to }];
  });
}

const marksOf = ({ labs }: Marked): ReadonlyMap<string, number> =>
  new Map(labs.flatMap(({ lab, outcome, points }) => (outcome === 'incomplete' ? [] : [[lab, points]])));
