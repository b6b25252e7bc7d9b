import { escapeTerminal, wrap } from '../../text/terminal';
import { nextStep } from '../next-step';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';
import { detailLines } from './check-lines';
import { courseLines } from './task-lines';
import { paint, type Look } from './style';

/** The one thing to do now: the first in the order of the lab, what was seen, what to do. It stands last, where the eye is. */
export function nextBox(report: ShownReport, look: Look): string[] {
  const word = words[report.language];
  const head = (text: string): string[] => wrap(text, look.columns).map((line) => paint(look, 'bold', line));
  const step = nextStep(report);
  if (!step) {
    const isAll = report.tasks.every(({ outcome }) => outcome === 'passed' || outcome === 'excused');
    return isAll ? head(`${word.done} ${word.doneMore}`) : head(word.nothingNow);
  }
  const { task, check } = step;
  const colon = report.language === 'fr' ? ' :' : ':';
  return [
    ...head(`${word.next}${colon} ${escapeTerminal(task.title)}`),
    ...wrap(escapeTerminal(check.title), look.columns, '    ', '    '),
    ...detailLines(check, report, look),
    ...courseLines(task, report, look),
  ];
}
