import { briefly } from '../briefly';
import type { Format, ShownReports } from './format';
import { depths, full, type Depth } from './markdown/depth';
import { labLines, type Told } from './markdown/lab-lines';
import { markdownWords } from './markdown/words';

/** GitHub drops a step's summary above 1 MiB (1,048,576 bytes); the rest is left to what else the step writes there. */
const mostBytes = 1_000_000;

/** Markdown for GITHUB_STEP_SUMMARY. When there is too much, evidence is shortened first and results last. */
export const markdown: Format = (reports) => {
  const told = reports.map((report) => ({
    report,
    briefs: new Map(
      report.tasks.flatMap(({ checks }) => checks.map((check) => [check, briefly(check, report)] as const)),
    ),
  }));
  const { language } = reports[0];
  let lines: readonly string[] = [];
  for (const depth of depths) {
    const { isWhole, ...fitting } = fit(summaryLines(told, depth, language));
    lines = fitting.lines;
    if (isWhole) return textOf(lines);
  }
  // Tens of thousands of checks: as many whole lines as there is room for.
  return textOf([...lines, '', markdownWords[language].cut]);
};

function* summaryLines(
  told: readonly Told[],
  depth: Depth,
  language: ShownReports[0]['language'],
): Iterable<string> {
  if (depth !== full) {
    yield `_${markdownWords[language].shortened}_`;
    yield '';
  }
  for (const one of told) yield* labLines(one, depth);
}

/** The first lines that fit, and whether these are all; what does not fit is not laid out. */
function fit(lines: Iterable<string>): { readonly lines: readonly string[]; readonly isWhole: boolean } {
  const fitting: string[] = [];
  let left = mostBytes;
  for (const line of lines) {
    left -= encoder.encode(line).length + 1;
    if (left < 0) return { lines: fitting, isWhole: false };
    fitting.push(line);
  }
  return { lines: fitting, isWhole: true };
}

const encoder = new TextEncoder();

const textOf = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`;
