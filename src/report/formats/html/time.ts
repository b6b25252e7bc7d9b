import { markup, type Markup } from '../../../text/markup';
import type { ShownReport } from '../../shown/shown-report';
import { pageWords } from './words';

/** When the host was looked at, `24 novembre 2026, 14:02 UTC`; by hand, so that every Node writes it alike. */
export function timeOf({ takenAt, language }: ShownReport): Markup {
  const date = new Date(takenAt);
  if (Number.isNaN(date.getTime())) return markup`${takenAt}`;
  const month = pageWords[language].months[date.getUTCMonth()];
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
  return markup`<time datetime="${date.toISOString()}">${date.getUTCDate()} ${month} ${date.getUTCFullYear()}, ${clock}</time>`;
}
