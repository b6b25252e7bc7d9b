import { escapeTerminal, wrap } from '../../text/terminal';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';
import { nextBox, type BoxDetail } from './next-box';
import { paint, type Look } from './style';

/** The lab that is under way, else the one to begin with; without any when all are done. */
export function atHand(reports: readonly ShownReport[]): ShownReport | undefined {
  const open = reports.filter((report) => !isDone(report));
  return open.find(isBegun) ?? open[0];
}

/** What stands last, where the eye is: the one thing to do now, or with which instructions to begin. */
export function lastLines(reports: readonly ShownReport[], look: Look, detail?: BoxDetail): string[] {
  const report = atHand(reports);
  if (report && isBegun(report)) return nextBox(report, look, detail);
  const [any = report] = reports;
  if (!any) return [];
  const word = words[any.language];
  return wrap(report ? word.begin(escapeTerminal(readmeOf(report))) : word.done, look.columns).map((line) =>
    paint(look, 'bold', line),
  );
}

/** A lab is begun when anything of it holds, or could not be found out. */
export const isBegun = (report: ShownReport): boolean =>
  report.tasks.some((task) =>
    task.checks.some((check) => ['passed', 'error'].includes(check.outcome) || check.points > 0),
  );

const isDone = ({ tasks }: ShownReport): boolean =>
  tasks.every(({ outcome }) => outcome === 'passed' || outcome === 'excused');

/** The instructions stand beside the lab: in French, or with the language in their name. */
const readmeOf = ({ lab, language }: ShownReport): string =>
  lab.file.replace(/[^/\\]*$/, language === 'fr' ? 'README.md' : `README.${language}.md`);
