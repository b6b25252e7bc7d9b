import type { Student } from '../class-result';
import type { Copy } from './gradebook';
import { byText } from './tally';
import type { Traces } from './traces';

interface Traced {
  readonly student: Student;
  readonly traces: Traces;
}

/** Files, looks and ids under at least two names, the most shared last: those are most likely a room's machine or a cloned image. */
export function copiesAmong(all: readonly Traced[]): readonly Copy[] {
  const hosts = {
    file: holders(all, 'files'),
    look: holders(all, 'looks'),
    container: holders(all, 'containers'),
    engine: holders(all, 'engines'),
  };
  for (const { student, traces } of all)
    for (const id of traces.written) hosts.container.get(id)?.set(student.id, student);
  const sameFile = new Set([...hosts.file.values()].map(idsOf));
  return (['file', 'look', 'container', 'engine'] as const).flatMap((what) =>
    [...hosts[what]]
      .filter(([, students]) => students.size > 1)
      // Of one file the look is the same, too.
      .filter(([, students]) => what !== 'look' || !sameFile.has(idsOf(students)))
      .map(([id, students]) => ({ what, id, students: named([...students.values()]) }))
      .sort((a, b) => a.students.length - b.students.length || byText(a.id, b.id)),
  );
}

const idsOf = (students: ReadonlyMap<string, Student>): string => [...students.keys()].sort(byText).join(' ');

function holders(
  all: readonly Traced[],
  key: Exclude<keyof Traces, 'written'>,
): Map<string, Map<string, Student>> {
  const found = new Map<string, Map<string, Student>>();
  for (const { student, traces } of all)
    for (const id of traces[key])
      found.set(id, (found.get(id) ?? new Map<string, Student>()).set(student.id, student));
  return found;
}

const named = (students: readonly Student[]): Copy['students'] =>
  students.map(({ id, name }) => ({ id, name })).sort((a, b) => byText(a.id, b.id));
