import { isJsonObject, type Json } from '../../text/json';
import { err, ok, type Result } from '../../text/result';
import type { Earlier } from './changes';
import { jsonPlace } from '../../text/json-place';

/** Why a text is no earlier gradebook. */
export interface GradebookProblem {
  readonly code: `gradebook.${'not-json' | 'not-gradebook' | 'newer-version' | 'damaged'}`;
  readonly detail: string;
}

/** Reads what `vigie class report --json` wrote, as far as a comparison needs it. */
export function readGradebook(text: string): Result<Earlier, GradebookProblem> {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return err({
      code: 'gradebook.not-json',
      detail: jsonPlace(text, error),
    });
  }
  if (!isJsonObject(value) || value['vigie'] !== 'gradebook')
    return err({ code: 'gradebook.not-gradebook', detail: '' });
  if (value['version'] !== 1)
    return err({ code: 'gradebook.newer-version', detail: JSON.stringify(value['version'] ?? null) });
  const { until, students } = value;
  if ((until !== undefined && typeof until !== 'string') || !Array.isArray(students))
    return err({ code: 'gradebook.damaged', detail: '/' });
  const list: readonly Json[] = students;
  const wrong = list.findIndex((student) => !isStudent(student));
  return wrong >= 0
    ? err({ code: 'gradebook.damaged', detail: `/students/${wrong}` })
    : // Each of them has been looked at.
      ok({ ...(until !== undefined && { until }), students: list as unknown as Earlier['students'] });
}

const isStudent = (value: Json): boolean =>
  isJsonObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['name'] === 'string' &&
  Array.isArray(value['labs']) &&
  (value['labs'] as readonly Json[]).every(isLab);

const isLab = (value: Json): boolean =>
  isJsonObject(value) &&
  typeof value['lab'] === 'string' &&
  typeof value['outcome'] === 'string' &&
  Number.isFinite(value['points']);
