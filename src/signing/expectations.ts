import type { SigningProblem } from './problem';
import type { SignedLab } from './report-content';

/** What a report has to be about; nothing is asked of what is absent. */
export interface Expectations {
  /** Exactly these labs, in these versions. */
  readonly labs?: readonly { readonly id: string; readonly hash: string }[];
  readonly submission?: string;
  /** ISO 8601: every look at a host was then or later. */
  readonly notBefore?: string;
}

interface Signed {
  readonly labs: readonly SignedLab[];
  readonly submission?: string;
}

/** The first expectation that a signed report does not meet. */
export function unmetExpectation(
  { labs, submission }: Signed,
  expected: Expectations,
): SigningProblem | undefined {
  if (expected.labs && listOf(expected.labs) !== listOf(labs))
    return {
      code: 'signature.other-lab',
      args: { expected: listOf(expected.labs), seen: listOf(labs) },
    };
  if (expected.submission !== undefined && expected.submission !== submission)
    return {
      code: 'signature.other-submission',
      args: { expected: expected.submission, ...(submission !== undefined && { seen: submission }) },
    };
  const { notBefore } = expected;
  if (notBefore === undefined) return undefined;
  // Asked this way round, a time that is none is not late enough.
  const old = labs.find(({ takenAt }) => !(Date.parse(takenAt) >= Date.parse(notBefore)));
  return old && { code: 'signature.too-old', args: { takenAt: old.takenAt, notBefore } };
}

const listOf = (labs: readonly { readonly id: string; readonly hash: string }[]): string =>
  labs
    .map(({ id, hash }) => `${id} (${hash})`)
    .sort()
    .join(', ');
