import type { ShownReport } from '../../report/shown/shown-report';
import { paint, type Look } from '../../report/terminal/style';
import { displayWidth, escapeTerminal, wrap } from '../../text/terminal';
import { words } from './words';

/** What there is no room for on the screen. */
interface Hidden {
  readonly tasks?: number;
  readonly labs?: number;
  readonly lines?: number;
}

/** That there is more, and the command that shows it; nothing where all is shown. */
export function moreLine(
  { tasks = 0, labs = 0, lines = 0 }: Hidden,
  report: ShownReport,
  look: Look,
): string[] {
  const { language, lab } = report;
  const word = words[language];
  const parts = [
    ...(tasks > 0 ? [word.moreTasks(tasks)] : []),
    ...(labs > 0 ? [word.moreLabs(labs)] : []),
    ...(lines > 0 ? [word.moreLines(lines)] : []),
  ];
  if (parts.length === 0) return [];
  const colon = language === 'fr' ? ' :' : ':';
  const says = (command: string): string => `… ${parts.join(', ')}${colon} ${command}`;
  const whole = says(
    tasks + lines > 0 ? `npm run grade -- ${escapeTerminal(lab.id)} --full` : 'npm run grade',
  );
  const fits = displayWidth(whole) <= look.columns;
  return wrap(fits ? whole : says('npm run grade'), look.columns).map((line) => paint(look, 'dim', line));
}
