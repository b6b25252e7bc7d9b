import { err, ok, type Result } from './result';

/** Why a value is no duration; `part` is the piece at fault. */
export interface DurationProblem {
  readonly code: 'duration-empty' | 'duration-no-unit' | 'duration-syntax' | 'duration-too-long';
  readonly part: string;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);
const MAX_MS = 1000 * 365 * 24 * 3_600_000;

/**
 * Parses `10s`, `1m30s`, `500ms`, `2h`, `1.5s` to whole milliseconds. A number without a unit is refused, because
 * nobody can tell seconds from milliseconds; 0 needs none.
 */
export function parseDuration(value: string | number): Result<number, DurationProblem> {
  const text = String(value).trim();
  if (text === '') return err({ code: 'duration-empty', part: '' });
  if (text.length > 64) return err({ code: 'duration-too-long', part: `${text.slice(0, 63)}…` });
  if (text === '0') return ok(0);
  if (/^[\d.]+$/.test(text)) return err({ code: 'duration-no-unit', part: text });

  let total = 0;
  for (let rest = text; rest !== '';) {
    const [whole, amount, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)/.exec(rest) ?? [];
    const scale = UNITS.get(unit);
    if (whole === undefined || scale === undefined) return err({ code: 'duration-syntax', part: rest });
    total += Number(amount) * scale;
    rest = rest.slice(whole.length);
  }
  return total > MAX_MS ? err({ code: 'duration-too-long', part: text }) : ok(Math.round(total));
}

/** Writes milliseconds in the form that `parseDuration` reads: `500ms`, `1.5s`, `1m30s`, `2h`. */
export function formatDuration(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms === 0) return '0s';
  if (ms < 1000) return `${ms}ms`;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  return [hours && `${hours}h`, minutes && `${minutes}m`, seconds && `${seconds}s`].filter(Boolean).join('');
}
