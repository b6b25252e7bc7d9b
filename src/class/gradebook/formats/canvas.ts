import { csvRow } from '../../../text/escape-csv';
import { grade, withoutMarkup, type ImportPart } from './import-parts';

/**
 * For the import of Canvas's gradebook. Students are found by their login, else by their name; a lab is the assignment of the same title, or a new one. To
 * name an existing assignment write its number behind the head: `Lab 1 (4711)`. Source: instructure/canvas-lms, lib/gradebook_importer.rb.
 */
export function canvasGradebook({ labs, rows }: ImportPart): string {
  const heads = labs.map(({ head }) => withoutNumber(head));
  return (
    csvRow(['Student', 'ID', 'SIS Login ID', 'Section', ...heads]) +
    csvRow(['    Points Possible', '', '', '', ...labs.map(({ lab }) => grade(lab.max))]) +
    rows
      .map(({ student: { id, name, section }, marks }) =>
        csvRow([
          asStudent(withoutMarkup(name)),
          '',
          id,
          withoutMarkup(section ?? ''),
          ...marks.map(({ points }) => grade(points)),
        ]),
      )
      .join('')
  );
}

/** `Containers (2)` would be the assignment with the number 2, whatever it is. */
const withoutNumber = (head: string): string => head.replace(/\((\d+)\)$/, '[$1]');

/** A row whose first cell has these words sets what all assignments are worth: no student may be called so. */
const asStudent = (name: string): string => name.replaceAll('Points Possible', 'Points\u00a0Possible');
