import { escapeTerminal, wrap } from '../../text/terminal';
import { nextStep } from '../next-step';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';
import { adviceLines, detailLines } from './check-lines';
import { courseLines } from './task-lines';
import { paint, type Look } from './style';

/** How much is told: all; without the check's title and the course; or, where there is hardly any room, what to do without why. */
export type BoxDetail = 'whole' | 'short' | 'brief';

/** The one thing to do now: the first in the order of the lab, what was seen, what to do. It stands last, where the eye is. */
export function nextBox(report: ShownReport, look: Look, detail: BoxDetail = 'whole'): string[] {
  const word = words[report.language];
  const head = (text: string): string[] => wrap(text, look.columns).map((line) => paint(look, 'bold', line));
  const step = nextStep(report);
  if (!step) {
    const isAll = report.tasks.every(({ outcome }) => outcome === 'passed' || outcome === 'excused');
    return isAll ? head(`${word.done} ${word.doneMore}`) : head(word.nothingNow);
  }
  const { task, check } = step;
  const colon = report.language === 'fr' ? ' :' : ':';
  const title = head(`${word.next}${colon} ${escapeTerminal(task.title)}`);
  const advice = adviceLines(check, report, look);
  const details = detailLines(check, report, look);
  if (detail === 'brief' && advice.length > 0) return [...title, ...advice];
  if (detail === 'short' && details.length > 0) return [...title, ...details];
  return [
    ...title,
    ...wrap(escapeTerminal(check.title), look.columns, '    ', '    '),
    ...details,
    ...courseLines(task, report, look),
  ];
}
