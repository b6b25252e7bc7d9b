import type { Report } from '../report/report';

/** 0 reached the pass mark, 1 below it, 2 bad spec or usage, 3 could not grade. */
export const exitCodes = { reached: 0, below: 1, usage: 2, incomplete: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What decides between 0 and 1: `mark`, whether the pass mark is reached; `graded`, nothing: a low mark is no trouble to whoever only runs the grader. */
export const exitRules = ['mark', 'graded'] as const;
export type ExitRule = (typeof exitRules)[number];

/** Of several labs the worst counts; what could not be graded is worse than a low mark. */
export function exitCodeOf(reports: readonly Report[], rule: ExitRule = 'mark'): ExitCode {
  const codes = reports.map(({ outcome }) =>
    outcome === 'below' && rule === 'graded' ? exitCodes.reached : exitCodes[outcome],
  );
  return codes.length === 0 ? exitCodes.usage : (Math.max(...codes) as ExitCode);
}
