import type { Outcome } from '../../judge/verdict';
import type { ShownReports } from '../../report/formats/format';
import type { ShownReport } from '../../report/shown/shown-report';
import type { GradeOutcome } from '../../score/grade';
import type { Student } from '../class-result';

/** What a check or a lab came to. */
export interface Standing<O> {
  readonly outcome: O;
  readonly points: number;
  readonly max: number;
}

/** A side is absent where the lab, or the check, is not there. */
export interface Change<O> {
  readonly before?: Standing<O>;
  readonly after?: Standing<O>;
}

export interface CheckChange extends Change<Outcome> {
  readonly check: string;
}

export interface LabChange extends Change<GradeOutcome> {
  readonly lab: string;
  /** Of the lab that judged: `sha256:…`. */
  readonly hashes: { readonly before?: string; readonly after?: string };
  /** Only those that differ, in the corrected lab's order; then those that it no longer has. */
  readonly checks: readonly CheckChange[];
}

export interface StudentChange {
  readonly student: Student;
  /** Only labs in which something differs. */
  readonly labs: readonly LabChange[];
}

/** What judging again has changed for a student. */
export function changeOf(
  student: Student,
  before: ShownReports | undefined,
  after: ShownReports,
): StudentChange {
  const labs = after.map((report) =>
    labChange(
      report,
      before?.find(({ lab }) => lab.id === report.lab.id),
    ),
  );
  return { student, labs: labs.filter((lab) => lab.checks.length > 0 || differs(lab)) };
}

function labChange(after: ShownReport, before: ShownReport | undefined): LabChange {
  const old = checksOf(before);
  const fresh = checksOf(after);
  const checks = [...new Set([...fresh.keys(), ...old.keys()])].map((check): CheckChange => {
    const [was, is] = [old.get(check), fresh.get(check)];
    return { check, ...(was && { before: was }), ...(is && { after: is }) };
  });
  return {
    lab: after.lab.id,
    hashes: { ...(before && { before: before.lab.hash }), after: after.lab.hash },
    ...(before && { before: standing(before) }),
    after: standing(after),
    checks: checks.filter(differs),
  };
}

const checksOf = (report: ShownReport | undefined): ReadonlyMap<string, Standing<Outcome>> =>
  new Map((report?.tasks ?? []).flatMap(({ checks }) => checks.map((check) => [check.id, standing(check)])));

const standing = <O>({ outcome, points, max }: Standing<O>): Standing<O> => ({ outcome, points, max });

const differs = <O>({ before, after }: Change<O>): boolean =>
  before?.outcome !== after?.outcome || before?.points !== after?.points || before?.max !== after?.max;
