import { namedDifferences, type NamedDifference } from './named-differences';
import type { ShownCheck, ShownReport } from './shown/shown-report';
import { mirrorNote } from './mirror-note';
import { words } from './words';

/** What is told below a check's title. Not escaped. */
export interface Brief {
  readonly says?: string;
  readonly advice?: string;
  readonly hint?: string;
  readonly command?: string;
  readonly differences: readonly NamedDifference[];
  /** What the verdict rests on, where a reader should know. */
  readonly note?: string;
}

/** One mistake is explained once: what says the same as a check above refers to it, and a whole task that waits says so once. */
export function briefly(check: ShownCheck, report: ShownReport): Brief {
  const note = mirrorNote(check, report);
  return { ...explained(check, report), ...(note !== undefined && { note }) };
}

function explained(check: ShownCheck, report: ShownReport): Brief {
  const { message, sameAs, advice, hint, command } = check;
  const says = message?.text;
  if (check.outcome === 'passed') return { differences: [] };
  if (check.outcome === 'blocked') {
    const ofItsTask = report.tasks.find(({ checks }) => checks.includes(check))?.checks ?? [];
    const isWithin = ofItsTask.some(({ id }) => id === sameAs);
    return { ...(says !== undefined && !isWithin && { says }), differences: [] };
  }
  if (sameAs === undefined)
    return {
      ...(says !== undefined && { says }),
      ...(advice !== undefined && { advice }),
      ...(hint !== undefined && { hint }),
      ...(command !== undefined && { command }),
      differences: namedDifferences(check, report.language),
    };
  const before = report.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === sameAs);
  const same = words[report.language].sameCause(before?.title ?? sameAs);
  return { says: same, ...(advice !== undefined && { advice }), differences: [] };
}
