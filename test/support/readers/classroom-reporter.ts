/** What `autograding-grading-reporter` (classroom-resources) is given by one runner, as far as its arithmetic reads it. */
export interface RunnerResult {
  readonly status: string;
  readonly max_score: number;
  readonly tests: readonly {
    readonly name: string;
    readonly status: string;
    readonly score: number;
    readonly message: string;
  }[];
}

/** Its `src/main.js`: the runner's output is Base64 of JSON. */
export function decode(line: string): RunnerResult {
  const [, base64 = ''] = /^result=([A-Za-z0-9+/]+=*)\n$/.exec(line) ?? [];
  return JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as RunnerResult;
}

/** The points that it announces (`src/notify-classroom.js`): nothing where no runner has a maximum. */
export function announced(
  results: readonly RunnerResult[],
): { readonly totalPoints: number; readonly maxPoints: number } | undefined {
  const counted = results.filter(({ max_score }) => Boolean(max_score));
  if (counted.length === 0) return undefined;
  return {
    totalPoints: counted.flatMap(({ tests }) => tests).reduce((total, { score }) => total + score, 0),
    maxPoints: counted.reduce((total, { max_score }) => total + max_score, 0),
  };
}

/** The row of its table (`src/helpers/test-helpers.js`, `getTestScore`), as releases up to 2024 count it, and as later ones do. */
export const tableScores = ({
  tests,
  max_score,
}: RunnerResult): readonly [earlier: number, later: number] => [
  (tests.filter(({ status }) => status === 'pass').length / tests.length) * (max_score || 0),
  tests.reduce((total, { score }) => total + score, 0),
];

/** Its `src/main.js`: whether the step turns red. */
export const isRed = (results: readonly RunnerResult[]): boolean =>
  results.some(({ status }) => status === 'fail' || status === 'error');
