import { textOf } from '../messages/render';
import { localize } from '../text/language';
import { explain, type Locale } from './explain';
import type { Report, ReportAssertion, ReportCheck, ReportTask } from './report';
import { checkTitle } from './titles';

/** `report.json`: the whole report with its texts in one language; `schema/report.schema.json` describes it. */
export function jsonReport(report: Report, locale: Locale): string {
  return `${JSON.stringify(jsonOf(report, locale), null, 2)}\n`;
}

export function jsonOf(report: Report, locale: Locale): object {
  return {
    ...report,
    language: locale.language,
    lab: { ...report.lab, titleText: localize(report.lab.title, locale.language, report.lab.lang) },
    tasks: report.tasks.map((task) => taskOf(task, report, locale)),
  };
}

function taskOf(task: ReportTask, report: Report, locale: Locale): object {
  return {
    ...task,
    titleText: localize(task.title, locale.language, report.lab.lang),
    at: { file: report.lab.file, ...task.at },
    checks: task.checks.map((check) => checkOf(check, report, locale)),
  };
}

function checkOf(check: ReportCheck, report: Report, locale: Locale): object {
  const { says, hints, command } = explain(check, report, locale);
  const assertions = check.hidden
    ? []
    : check.assertions.map((assertion) => assertionOf(assertion, report, locale));
  // What the author hides stays out of a file that the student can open.
  const { message, ...rest } = check;
  return {
    ...rest,
    ...(message && !check.hidden && { message: { ...message, ...(says !== undefined && { text: says }) } }),
    titleText: checkTitle(check, report, locale.language),
    hints,
    ...(command !== undefined && { command }),
    at: { file: report.lab.file, ...check.at },
    assertions,
  };
}

function assertionOf(assertion: ReportAssertion, report: Report, { texts }: Locale): object {
  const { message, ...rest } = assertion;
  return {
    ...rest,
    ...(message && { message: { ...message, text: textOf(message, texts).says } }),
    at: { file: report.lab.file, ...assertion.at },
  };
}
