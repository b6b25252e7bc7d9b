import { formatNumber } from '../../text/number';
import { escapeTerminal, truncateToWidth } from '../../text/terminal';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';
import { isBegun } from './at-hand';
import type { Look } from './style';
import { roomBeside, withEnd } from './with-end';

/** A lab on one line: what it is called, and how far it is. */
export function overviewLine(report: ShownReport, look: Look): string {
  const word = words[report.language];
  const mark = `${formatNumber(report.points, report.language)} / ${formatNumber(report.max, report.language)}`;
  const state = !isBegun(report)
    ? word.notBegun
    : report.outcome === 'incomplete'
      ? `${mark}  ${word.undecided}`
      : `${mark}  ${report.outcome === 'reached' ? word.reached : word.below}`;
  const title = escapeTerminal(`${report.lab.id} · ${report.lab.title}`);
  const cut = truncateToWidth(title, roomBeside(state, look.columns));
  return withEnd([cut], state, look.columns).join('\n');
}
