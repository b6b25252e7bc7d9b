import type { ShownReports } from '../report/formats/format';
import type { GradeOutcome } from '../score/grade';

/** What later steps of the workflow can use. */
export interface Outputs {
  readonly outcome: GradeOutcome;
  /** Of all labs together. Empty where a point could not be checked: what is not whole must not replace an earlier grade. */
  readonly score: string;
  readonly max: string;
  /** Path of report.json; empty when nothing could be looked at. */
  readonly report: string;
  /** `sha256:…` of report.json, for an attestation; empty where there is no score. */
  readonly digest: string;
  /** Folder of all files. */
  readonly folder: string;
  /** Base64, for GitHub Classroom’s reporter. */
  readonly 'classroom-result': string;
  /** The name to upload under; empty for none. */
  readonly artifact: string;
}

/** What a run gave. */
export interface Ended {
  /** Absent when nothing could be looked at. */
  readonly reports?: ShownReports;
  readonly classroom: string;
  readonly folder: string;
  readonly reportFile: string;
  readonly digest: string;
  readonly artifact: string;
}

/** An incomplete grade gets an artifact of another name, so that it replaces no earlier one. */
export function outputsOf({ reports, classroom, folder, reportFile, digest, artifact }: Ended): Outputs {
  const outcome = reports ? worst(reports) : 'incomplete';
  const whole = outcome !== 'incomplete';
  return {
    outcome,
    score: whole && reports ? total(reports.map(({ points }) => points)) : '',
    max: reports ? total(reports.map(({ max }) => max)) : '',
    report: reports ? reportFile : '',
    digest: whole && reports ? digest : '',
    folder,
    'classroom-result': classroom,
    artifact: !reports || artifact === '' ? '' : whole ? artifact : `${artifact}-incomplete`,
  };
}

const ranks = ['reached', 'below', 'incomplete'] as const satisfies readonly GradeOutcome[];

function worst(reports: ShownReports): GradeOutcome {
  return ranks.findLast((rank) => reports.some(({ outcome }) => outcome === rank)) ?? 'incomplete';
}

/** Marks have few decimals; that of 0.1 + 0.2 is not 0.30000000000000004. */
const total = (points: readonly number[]): string =>
  String(Number(points.reduce((sum, one) => sum + one, 0).toFixed(4)));

/** Lines for `$GITHUB_OUTPUT`. The delimiter is not to be guessed: a value that contained it could set other outputs. */
export function outputLines(outputs: Readonly<Record<string, string>>, delimiter: string): string {
  return Object.entries(outputs)
    .map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
    .join('');
}
