import { Parser, type Result } from 'tap-parser';

interface TapFile {
  readonly version: number;
  readonly count: number;
  readonly pass: number;
  readonly fail: number;
  readonly points: readonly Result[];
  readonly comments: readonly string[];
  /** What is no TAP, or would be more than a list of test points. */
  readonly problems: readonly string[];
}

/** Reads TAP as a harness does, strictly: a line that is not TAP is a problem, and so are a bail-out and a subtest. */
export function readTap(text: string): TapFile {
  const parser = new Parser({ strict: true });
  const problems: string[] = [];
  const points: Result[] = [];
  const comments: string[] = [];
  let version = 0;
  parser.on('version', (value: number) => (version = value));
  parser.on('assert', (result: Result) => points.push(result));
  parser.on('comment', (comment: string) => comments.push(comment));
  parser.on('bailout', (reason: string) => problems.push(`bailout ${reason}`));
  parser.on('child', () => problems.push('child'));
  parser.on('extra', (extra: string) => problems.push(`extra ${extra}`));
  parser.end(text);
  // Each failed test point is among the failures as well; those that are not test points are TAP's own.
  const own = parser.failures.filter(({ tapError }) => typeof tapError === 'string');
  problems.push(...own.map(({ tapError }) => String(tapError)));
  const { count, pass, fail } = parser;
  return { version, count, pass, fail, points, comments, problems };
}
