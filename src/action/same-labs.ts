import type { LoadedLabs } from '../grading/load-labs';
import type { ShownReports } from '../report/formats/format';

interface OtherLabs {
  readonly seen: string;
  readonly expected: string;
}

/**
 * Whether reports are about these labs in these very versions: about exactly these where they were named, else about some of them, none of them
 * twice.
 */
export function otherLabs(reports: ShownReports, labs: LoadedLabs, areNamed: boolean): OtherLabs | undefined {
  const expected = labs.map(({ lab }) => nameOf(lab)).sort();
  const seen = reports.map(({ lab }) => nameOf(lab)).sort();
  const areSome = seen.every((name, index) => expected.includes(name) && seen.indexOf(name) === index);
  const lists = { seen: seen.join(', '), expected: expected.join(', ') };
  return (areNamed ? lists.seen === lists.expected : areSome) ? undefined : lists;
}

const nameOf = ({ id, hash }: { readonly id: string; readonly hash: string }): string => `${id} (${hash})`;
