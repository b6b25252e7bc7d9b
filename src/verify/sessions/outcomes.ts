/** The part of `report.json` that a session declares something of. */
interface ReportJson {
  readonly points: number;
  readonly tasks: readonly {
    readonly checks: readonly {
      readonly id: string;
      readonly outcome: string;
      readonly message?: { readonly code: string };
    }[];
  }[];
}

/** Points in a `report.json` of one lab. */
export const pointsIn = (json: string): number => (JSON.parse(json) as ReportJson).points;

/** `<check id> <outcome> <message code>` of each check that did not pass; several labs at once give one file. */
export const outcomesIn = (json: string): string[] =>
  reportsIn(json)
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ checks }) => checks)
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ id, outcome, message }) => [id, outcome, ...(message ? [message.code] : [])].join(' '));

function reportsIn(json: string): readonly ReportJson[] {
  const parsed = JSON.parse(json) as ReportJson | { readonly reports: readonly ReportJson[] };
  return 'reports' in parsed ? parsed.reports : [parsed];
}
