import { textOf } from '../../messages/render';
import type { Message } from '../../messages/message';
import type { Points } from '../../score/grade';
import type { Position } from '../../spec/lab';
import type { Json, JsonObject } from '../../text/json';
import { localize, type Localized } from '../../text/language';
import type { Report, ReportAssertion, ReportCheck, ReportTask } from '../report';
import { explain, type Locale } from './explain';
import { shortened } from './shortened';
import type { Place, ShownAssertion, ShownCheck, ShownMessage, ShownReport, ShownTask } from './shown-report';
import { checkTitle, withTitles } from './titles';
import { toldBefore } from './told-before';

/** A report in one language, without what the author hides: the one place where that is decided. */
export function showReport(report: Report, locale: Locale): ShownReport {
  const { id, title, hash, file, scale, pass } = report.lab;
  return {
    vigie: report.vigie,
    version: report.version,
    language: locale.language,
    grader: report.grader,
    lab: { id, title: inLanguage(title, report, locale), hash, file, scale, pass },
    ...(report.engine && { engine: shortened({ ...report.engine }) as unknown as typeof report.engine }),
    endpoint: report.endpoint,
    takenAt: report.takenAt,
    tookMs: report.tookMs,
    outcome: report.outcome,
    ...pointsOf(report),
    tasks: report.tasks.map((task) => taskOf(task, report, locale)),
  };
}

function taskOf(task: ReportTask, report: Report, locale: Locale): ShownTask {
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

function checkOf(check: ReportCheck, report: Report, locale: Locale): ShownCheck {
  const { says, advice, hint, command, differences } = explain(check, report, locale);
  const { id, kind, subject, hidden, outcome, message } = check;
  const before = toldBefore(check, report);
  return {
    id,
    ...(!hidden && { kind, subject }),
    title: checkTitle(check, report, locale.language),
    hidden,
    outcome,
    ...pointsOf(check),
    ...(message &&
      !hidden && {
        message: { ...messageOf(message, check, report, locale), ...(says !== undefined && { text: says }) },
      }),
    ...(before && { sameAs: before.id }),
    ...(advice !== undefined && { advice }),
    ...(hint !== undefined && { hint }),
    ...(command !== undefined && { command }),
    differences,
    at: placeOf(check.at, report),
    assertions: hidden ? [] : check.assertions.map((one) => assertionOf(one, check, report, locale)),
    facts: hidden ? [] : check.facts,
  };
}

function assertionOf(
  assertion: ReportAssertion,
  check: ReportCheck,
  report: Report,
  locale: Locale,
): ShownAssertion {
  const { id, kind } = check;
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
    ...(message && { message: messageOf(message, check, report, locale) }),
    at: placeOf(at, report),
  };
}

function messageOf(
  message: Message,
  check: ReportCheck,
  report: Report,
  { language, texts }: Locale,
): ShownMessage {
  const { says } = textOf(withTitles(message, check, report, language), texts);
  // Messages are plain data, but no interface is a `Json` to TypeScript.
  const args = shortened(message.args as unknown as Json) as JsonObject;
  return { code: message.code, args, text: shortened(says) as string };
}

const inLanguage = (text: Localized, report: Report, { language }: Locale): string =>
  localize(text, language, report.lab.lang);

const pointsOf = ({ points, max, undecided }: Points): Points => ({ points, max, undecided });

const placeOf = ({ line, column }: Position, { lab: { file } }: Report): Place => ({ file, line, column });
