import { attributeName } from '../../checks/attribute-name';
import { tellResource } from '../../checks/tell/subject';
import { withNames } from '../../checks/with-names';
import { message, type Message } from '../../messages/message';
import { localize, type Language } from '../../text/language';
import type { Report, ReportCheck } from '../report';

const hidden = { fr: 'vérification non détaillée', en: 'a check that is not shown in detail' } as const;

/** A check's own title, else its kind and what it names, unless that is hidden. */
export function checkTitle(check: ReportCheck, report: Report, language: Language): string {
  if (check.title !== undefined) return localize(check.title, language, report.lab.lang);
  if (check.hidden) return hidden[language];
  const resource = tellResource(check.kind, check.subject, language);
  const keys = check.assertions
    .filter(({ key }) => key !== 'exists')
    .map(({ key }) => attributeName(check.kind, key, language));
  return `${resource}${keys.length > 0 ? ` (${keys.join(', ')})` : ''}`;
}

/** Verdicts mean other tasks and checks by their ids, and attributes by their keys; readers know them by titles and names. */
export function withTitles(
  said: Message,
  { kind, subject }: ReportCheck,
  report: Report,
  language: Language,
): Message {
  if (said.code === 'check.blocked-by-task') {
    const task = report.tasks.find(({ id }) => id === said.args.task);
    return task ? message(said.code, { task: localize(task.title, language, report.lab.lang) }) : said;
  }
  if (said.code === 'check.blocked-by-check') {
    const check = report.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === said.args.check);
    return check ? message(said.code, { check: checkTitle(check, report, language) }) : said;
  }
  return withNames(said, { kind, subject }, language);
}
