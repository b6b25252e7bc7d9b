import { briefly } from '../briefly';
import type { Format, ShownReports } from './format';
import { depths, full, type Depth } from './markdown/depth';
import { labSection, type Told } from './markdown/lab-section';
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
  for (const depth of depths) {
    const text = layOut(told, depth, language);
    if (bytesOf(text) <= mostBytes) return text;
  }
  return cutAtLine(layOut(told, depths.at(-1) ?? full, language), `${markdownWords[language].cut}\n`);
};

function layOut(told: readonly Told[], depth: Depth, language: ShownReports[0]['language']): string {
  const notice = depth === full ? [] : [`_${markdownWords[language].shortened}_`, ''];
  return `${[...notice, ...told.flatMap((one) => labSection(one, depth))].join('\n').trimEnd()}\n`;
}

/** Tens of thousands of checks: as many whole lines as there is room for. */
function cutAtLine(text: string, last: string): string {
  const lines: string[] = [];
  let left = mostBytes - bytesOf(`\n${last}`);
  for (const line of text.split('\n')) {
    left -= bytesOf(`${line}\n`);
    if (left < 0) break;
    lines.push(line);
  }
  return `${lines.join('\n')}\n\n${last}`;
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
