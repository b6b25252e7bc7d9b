import { err, ok, type Result } from './result';

/** Why a value is no size; `part` is the value, cut to a showable length. */
export interface SizeProblem {
  readonly code: 'size-empty' | 'size-syntax' | 'size-too-large';
  readonly part: string;
}

const PREFIXES = ['', 'k', 'm', 'g', 't', 'p'];

/**
 * Parses a size to whole bytes as `docker run --memory` does (RAMInBytes of github.com/docker/go-units): `512m`, `1.5g`, `64KiB`, `100b`;
 * k, m, g, t and p are powers of 1024 however they are written, and a number without a unit counts bytes.
 */
export function parseSize(value: string | number): Result<number, SizeProblem> {
  const text = String(value).trim();
  const part = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  if (text === '') return err({ code: 'size-empty', part });
  const match = text.length > 64 ? null : /^(\d+(?:\.\d+)?) ?([kmgtp]?)i?b?$/i.exec(text);
  if (!match) return err({ code: 'size-syntax', part });
  const [, amount, prefix = ''] = match;
  const bytes = Math.floor(Number(amount) * 1024 ** PREFIXES.indexOf(prefix.toLowerCase()));
  return Number.isSafeInteger(bytes) ? ok(bytes) : err({ code: 'size-too-large', part });
}

/** Writes bytes for people, in powers of 1024 with at most two decimals: `512MiB`, `1.5GiB`, `100B`. */
export function formatSize(bytes: number): string {
  let amount = Math.max(0, bytes);
  let power = 0;
  // 1023.999 would be rounded to 1024 of the smaller unit.
  while (Math.round(amount * 100) / 100 >= 1024 && power < PREFIXES.length - 1) {
    amount /= 1024;
    power += 1;
  }
  const prefix = PREFIXES[power] ?? '';
  return `${Math.round(amount * 100) / 100}${prefix === '' ? 'B' : `${prefix === 'k' ? 'K' : prefix.toUpperCase()}iB`}`;
}
