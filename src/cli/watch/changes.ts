import type { Outcome } from '../../judge/verdict';
import { explain, type Locale } from '../../report/shown/explain';
import type { Report, ReportTask } from '../../report/report';
import { signs, words as reportWords } from '../../report/words';
import { localize } from '../../text/language';
import { escapeTerminal } from '../../text/terminal';
import { markOf, taskOutcome } from './live-list';
import { shownOutcome, waitsForJest } from './state';

/** Lines for what is different from the look before; for everything at the first look. For logs and pipes: nothing is ever redrawn. */
export function changes(
  before: readonly Report[],
  now: readonly Report[],
  locale: Locale,
  time: string,
): string[] {
  return now.flatMap((report) => {
    const earlier = before.find(({ lab }) => lab.id === report.lab.id);
    const lines = report.tasks.flatMap((task) => {
      const was = earlier?.tasks.find(({ id }) => id === task.id);
      if (
        was &&
        taskOutcome(was) === taskOutcome(task) &&
        whyOf(was, report, locale) === whyOf(task, report, locale)
      )
        return [];
      return [taskText(task, report, locale)];
    });
    if (lines.length === 0) return [];
    const { lab } = report;
    const head = `${time} ${lab.id}`;
    return [
      ...lines.map((line) => `${head} ${line}`),
      `${head} ${reportWords[locale.language].mark} ${markOf(report, locale.language)}`,
    ];
  });
}

function taskText(task: ReportTask, report: Report, locale: Locale): string {
  const outcome: Outcome = taskOutcome(task);
  const title = localize(task.title, locale.language, report.lab.lang);
  const why = whyOf(task, report, locale);
  return escapeTerminal(
    `${signs[outcome]} ${title} (${reportWords[locale.language].outcome[outcome]})${why === '' ? '' : ` — ${why}`}`,
  );
}

function whyOf(task: ReportTask, report: Report, locale: Locale): string {
  const check = task.checks.find(
    (one) => ['failed', 'error'].includes(shownOutcome(one)) && !waitsForJest(one),
  );
  return check === undefined ? '' : (explain(check, report, locale).says ?? '');
}
