import { createHash } from 'node:crypto';
import type { ClassResult } from '../class-result';
import { isComplete } from '../results/completeness';
import type { Source } from '../roster/roster';
import type { Grading } from './reports-of';

/** SHA-256 over what a result follows from, its source's bytes and the student's name apart. */
export function basisOf(source: Source, { labs, locale, key }: Grading): string {
  const isReport = source.kind === 'report';
  const parts = {
    labs: labs.map(({ lab: { id, hash } }) => ({ id, hash })),
    // A report keeps its language, and only reports are signed.
    ...(isReport ? { key: key?.id ?? null } : { language: locale.language }),
    ...(source.kind === 'engine' && { answers: source.answers ?? null }),
  };
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Whether grading again would find nothing new. An engine may have changed, but is looked at once, until it gives a mark. */
export function isCurrent(
  previous: ClassResult,
  source: NonNullable<ClassResult['source']>,
  basis: string,
): boolean {
  const { source: before } = previous;
  return (
    isComplete(previous) &&
    previous.basis === basis &&
    before?.kind === source.kind &&
    before.from === source.from &&
    (source.kind === 'engine' || before.sha256 === source.sha256)
  );
}
