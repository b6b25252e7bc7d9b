import type { Outcome } from '../../judge/verdict';
import { explain, type Locale } from '../../report/shown/explain';
import type { Report, ReportTask } from '../../report/report';
import { outcomeStyle, paint, type Look } from '../../report/terminal/style';
import { signs } from '../../report/words';
import { checkTitle } from '../../report/shown/titles';
import { localize } from '../../text/language';
import { formatNumber } from '../../text/number';
import { displayWidth, escapeTerminal, truncateToWidth } from '../../text/terminal';
import { shownOutcome, waitsForJest, type WatchState } from './state';
import { words } from './words';

/** The list that is redrawn in place: a line a task, the next thing to do, and one quiet status line. Never more than `rows` lines. */
export function liveList(state: WatchState, locale: Locale, look: Look, rows: number): string[] {
  const { language } = locale;
  const status = paint(look, 'dim', fit(statusText(state, locale), look));
  if (state.reports.length === 0) return [fit(words[language].looking, look), status];
  const body = state.reports.flatMap((report, index) => [
    ...(index > 0 ? [''] : []),
    ...labLines(report, locale, look),
  ]);
  // What does not fit is at the top: the status line is what must be seen.
  return [...body, '', status].slice(-Math.max(2, rows));
}

function labLines(report: Report, locale: Locale, look: Look): string[] {
  const { language } = locale;
  const mark = markOf(report, language);
  const title = escapeTerminal(`${report.lab.id} · ${localize(report.lab.title, language, report.lab.lang)}`);
  const next = report.tasks.find((task) => taskOutcome(task) !== 'passed' && task.outcome !== 'excused');
  return [
    paint(look, 'bold', beside(title, mark, look)),
    ...report.tasks.flatMap((task) => [
      taskLine(task, report, locale, look),
      ...(task === next ? nextLines(task, report, locale, look) : []),
    ]),
  ];
}

export const markOf = ({ points, max }: Report, language: Locale['language']): string =>
  `${formatNumber(points, language)} / ${formatNumber(max, language)}`;

/** A task all of whose open checks wait for `npm run grade` waits itself. */
export function taskOutcome(task: ReportTask): Outcome {
  return task.outcome === 'error' &&
    task.checks.filter(({ outcome }) => outcome === 'error').every(waitsForJest)
    ? 'blocked'
    : task.outcome;
}

export function taskLine(task: ReportTask, report: Report, { language }: Locale, look: Look): string {
  const outcome = taskOutcome(task);
  const title = escapeTerminal(localize(task.title, language, report.lab.lang));
  const points = `${formatNumber(task.points, language)} / ${formatNumber(task.max, language)}`;
  const line = beside(`${signs[outcome]} ${title}`, points, look);
  return line.replace(signs[outcome], paint(look, outcomeStyle[outcome], signs[outcome]));
}

/** The first check that does not pass yet, and why. */
function nextLines(task: ReportTask, report: Report, locale: Locale, look: Look): string[] {
  const check = task.checks.find((one) => !['passed', 'excused'].includes(shownOutcome(one)));
  if (!check) return [];
  const says = waitsForJest(check)
    ? `${checkTitle(check, report, locale.language)} : ${words[locale.language].jest}`
    : (explain(check, report, locale).says ?? checkTitle(check, report, locale.language));
  const explained = waitsForJest(check) ? undefined : explain(check, report, locale);
  const first = explained?.advice ?? explained?.hint;
  return [says, ...(first === undefined ? [] : [`→ ${first}`])].map((text) =>
    paint(look, 'dim', fit(`    ${escapeTerminal(text)}`, look)),
  );
}

export function statusText(state: WatchState, { language }: Locale): string {
  const word = words[language];
  const { downSince, lastLook, engineVersion, recording } = state;
  return [
    ...(lastLook === undefined ? [] : [word.lastLook(lastLook)]),
    ...(downSince !== undefined
      ? [word.down(downSince)]
      : [
          ...(engineVersion === undefined
            ? []
            : [word.engine(escapeTerminal(engineVersion.replace(/\+.*/, '')))]),
          ...(recording ? [word.recording] : []),
        ]),
    word.stop,
  ].join(' · ');
}

/** One column less than there are: a full line would wrap in some terminals, and be counted as one. */
const fit = (text: string, look: Look): string => truncateToWidth(text, Math.max(10, look.columns - 1));

function beside(left: string, right: string, look: Look): string {
  const room = Math.max(10, look.columns - 1 - displayWidth(right) - 2);
  const cut = truncateToWidth(left, room);
  return `${cut}${' '.repeat(Math.max(2, look.columns - 1 - displayWidth(cut) - displayWidth(right)))}${right}`;
}
