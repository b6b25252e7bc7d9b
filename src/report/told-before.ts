import type { Message } from '../messages/message';
import type { Report, ReportCheck } from './report';

/** The first check above this one that was told the very same, so that it need not be told again. */
export function toldBefore(check: ReportCheck, report: Report): ReportCheck | undefined {
  const { message } = check;
  if (message === undefined || check.hidden) return undefined;
  const above = report.tasks.flatMap(({ checks }) => checks);
  const first = above.find((one) => !one.hidden && one.message !== undefined && isSame(one.message, message));
  return first === check ? undefined : first;
}

const isSame = (a: Message, b: Message): boolean =>
  a.code === b.code && JSON.stringify(a.args) === JSON.stringify(b.args);
