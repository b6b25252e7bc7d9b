import { textOf } from '../messages/render';
import type { Message } from '../messages/message';
import type { Points } from '../score/grade';
import type { Position } from '../spec/lab';
import type { Json } from '../text/json';
import { localize, type Localized } from '../text/language';
import { explain, type Locale } from './explain';
import { escapeInvisible, shortened } from './json-text';
import type { Report, ReportAssertion, ReportCheck, ReportTask } from './report';
import { checkTitle, withTitles } from './titles';

/** `report.json` of one lab, or of several; `schema/report.schema.json` describes both. */
export function jsonReport(reports: readonly Report[], locale: Locale): string {
  const [only, ...others] = reports;
  const all =
    only && others.length === 0
      ? jsonOf(only, locale)
      : { vigie: 'reports', version: 1, reports: reports.map((report) => jsonOf(report, locale)) };
  return `${escapeInvisible(JSON.stringify(all, null, 2))}\n`;
}

/** One report as plain data, with its texts in one language. What the author hides stays out of a file that the student can open. */
export function jsonOf(report: Report, locale: Locale): object {
  const { id, title, hash, file, scale, pass } = report.lab;
  return {
    vigie: report.vigie,
    version: report.version,
    language: locale.language,
    grader: report.grader,
    lab: { id, title: inLanguage(title, report, locale), hash, file, scale, pass },
    ...(report.engine && { engine: shortened({ ...report.engine }) }),
    endpoint: report.endpoint,
    takenAt: report.takenAt,
    tookMs: report.tookMs,
    outcome: report.outcome,
    ...pointsOf(report),
    tasks: report.tasks.map((task) => taskOf(task, report, locale)),
  };
}

function taskOf(task: ReportTask, report: Report, locale: Locale): object {
  return {
    id: task.id,
    title: inLanguage(task.title, report, locale),
    ...(task.course !== undefined && { course: inLanguage(task.course, report, locale) }),
    needs: task.needs,
    bonus: task.bonus,
    outcome: task.outcome,
    ...pointsOf(task),
    at: placeOf(task.at, report),
    checks: task.checks.map((check) => checkOf(check, report, locale)),
  };
}

function checkOf(check: ReportCheck, report: Report, locale: Locale): object {
  const { advice, hint, command } = explain(check, report, locale);
  const { id, kind, subject, hidden, outcome } = check;
  return {
    id,
    ...(!hidden && { kind, subject }),
    title: checkTitle(check, report, locale.language),
    hidden,
    outcome,
    ...pointsOf(check),
    ...(check.message && !hidden && { message: messageOf(check.message, report, locale) }),
    hints: [advice, hint].filter((one) => one !== undefined),
    ...(command !== undefined && { command }),
    at: placeOf(check.at, report),
    assertions: hidden ? [] : check.assertions.map((one) => assertionOf(one, check, report, locale)),
  };
}

function assertionOf(
  assertion: ReportAssertion,
  { id, kind }: ReportCheck,
  report: Report,
  locale: Locale,
): object {
  const { key, outcome, expected, seen, message, at, points, max } = assertion;
  // What an answer should have been is for the student to find.
  const isSecret = kind === 'answer' && outcome !== 'passed';
  return {
    id: `${id}/${key}`,
    key,
    outcome,
    ...(points !== undefined && max !== undefined && { points, max }),
    ...(!isSecret && { expected: shortened(expected) }),
    ...(seen !== undefined && { seen: shortened(seen) }),
    ...(message && { message: messageOf(message, report, locale) }),
    at: placeOf(at, report),
  };
}

function messageOf(message: Message, report: Report, { language, texts }: Locale): object {
  const { says } = textOf(withTitles(message, report, language), texts);
  // Messages are plain data, but no interface is a `Json` to TypeScript.
  return { code: message.code, args: shortened(message.args as unknown as Json), text: shortened(says) };
}

const inLanguage = (text: Localized, report: Report, { language }: Locale): string =>
  localize(text, language, report.lab.lang);

const pointsOf = ({ points, max, undecided }: Points): Points => ({ points, max, undecided });

const placeOf = ({ line, column }: Position, { lab: { file } }: Report): object => ({ file, line, column });
