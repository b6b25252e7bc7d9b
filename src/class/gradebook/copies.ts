import type { Student } from '../class-result';
import type { Copy } from './gradebook';
import { byText } from './tally';
import type { Traces } from './traces';

interface Traced {
  readonly student: Student;
  readonly traces: Traces;
}

/** Ids under at least two names, the most shared last: those are most likely a room's machine or a cloned image. */
export function copiesAmong(all: readonly Traced[]): readonly Copy[] {
  const hosts = { engine: holders(all, 'engines'), container: holders(all, 'containers') };
  for (const { student, traces } of all)
    for (const id of traces.written) hosts.container.get(id)?.set(student.id, student);
  return (['container', 'engine'] as const).flatMap((what) =>
    [...hosts[what]]
      .filter(([, students]) => students.size > 1)
      .map(([id, students]) => ({ what, id, students: named([...students.values()]) }))
      .sort((a, b) => a.students.length - b.students.length || byText(a.id, b.id)),
  );
}

function holders(all: readonly Traced[], key: 'engines' | 'containers'): Map<string, Map<string, Student>> {
  const found = new Map<string, Map<string, Student>>();
  for (const { student, traces } of all)
    for (const id of traces[key])
      found.set(id, (found.get(id) ?? new Map<string, Student>()).set(student.id, student));
  return found;
}

const named = (students: readonly Student[]): Copy['students'] =>
  students.map(({ id, name }) => ({ id, name })).sort((a, b) => byText(a.id, b.id));
