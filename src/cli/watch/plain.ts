import { atHand, isBegun, lastLines } from '../../report/terminal/at-hand';
import { nextBox } from '../../report/terminal/next-box';
import type { ShownReport, ShownTask } from '../../report/shown/shown-report';
import { signs, words as reportWords } from '../../report/words';
import type { Language } from '../../text/language';
import { formatNumber } from '../../text/number';
import { escapeTerminal } from '../../text/terminal';

/** Lines for readers, logs and pipes: nothing is ever redrawn, and each thing is said once, when it is different from what was said of it. */
export interface PlainLines {
  readonly of: (reports: readonly ShownReport[], time: string) => readonly string[];
}

export function plainLines(language: Language, named: boolean): PlainLines {
  const said = new Map<string, string>();
  // A reader has no columns: a sentence is one line.
  const look = { color: false, columns: Number.MAX_SAFE_INTEGER };
  const isNew = ([about, text]: readonly [string, string]): boolean => {
    if (said.get(about) === text) return false;
    said.set(about, text);
    return true;
  };
  return {
    of: (reports, time) => {
      const report = atHand(reports) ?? reports.at(-1);
      if (!report) return [];
      const others = reports.filter((other) => other !== report);
      const states = [
        ...others.map((other) => [other.lab.id, overview(other)] as const),
        ...report.tasks.map((task) => [`${report.lab.id}/${task.id}`, taskText(task, report)] as const),
        [report.lab.id, overview(report)] as const,
      ].filter(isNew);
      const box = named ? nextBox(report, look) : lastLines(reports, look);
      // Of what is to be done now all is said again when a part of it is different: half of it is no advice.
      const next = isNew(['next', box.join('\n')]) ? box : [];
      return [...states.map(([, text]) => `${time} ${text}`), ...next];
    },
  };
}

function taskText({ title, outcome, checks }: ShownTask, { lab, language }: ShownReport): string {
  const why = checks.find((check) => check.outcome === 'failed' || check.outcome === 'error')?.message?.text;
  const says = `${lab.id} ${signs[outcome]} ${title} (${reportWords[language].outcome[outcome]})`;
  return escapeTerminal(why === undefined ? says : `${says} — ${why}`);
}

function overview(report: ShownReport): string {
  const { lab, language, points, max, outcome } = report;
  const word = reportWords[language];
  if (!isBegun(report)) return escapeTerminal(`${lab.id} ${word.notBegun}`);
  const mark = `${word.mark} ${formatNumber(points, language)} / ${formatNumber(max, language)}`;
  const so = outcome === 'incomplete' ? word.undecided : outcome === 'reached' ? word.reached : word.below;
  return escapeTerminal(`${lab.id} ${mark}, ${so}`);
}
