import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { decodeText } from '../text/decode-text';
import { err, ok, type Result } from '../text/result';
import type { SigningProblem } from './problem';
import { jsonPlace } from '../text/json-place';

/** Far above what reports hold (2,000 characters of a text at most), far below what a machine cannot hold. */
export const maxReportBytes = 32 * 1024 * 1024;
const deepest = 200;

type JsonProblem = SigningProblem<
  'report.too-large' | 'report.not-json' | 'report.duplicate-keys' | 'report.odd-number' | 'report.not-report'
>;

/**
 * Text of a report's file. How it is encoded is no content: what was signed is the value that it stands for. Bytes that are no text could be
 * read in several ways.
 */
export function decodeReport(bytes: Uint8Array): Result<string, SigningProblem<'report.not-utf8'>> {
  const text = decodeText(bytes);
  return text === undefined ? err({ code: 'report.not-utf8', args: {} }) : ok(text);
}

/**
 * A JSON object that every reader understands alike: no key twice in an object (the first or the last would count), and numbers
 * written as ECMAScript writes them (a longer one is a different number to readers that do not round).
 */
export function readStrictly(text: string): Result<JsonObject, JsonProblem> {
  if (text.length > maxReportBytes)
    return err({ code: 'report.too-large', args: { mebibytes: maxReportBytes / 1024 / 1024 } });
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // what JSON.parse gives is JSON
  } catch (error) {
    return err({ code: 'report.not-json', args: { detail: jsonPlace(text, error) } });
  }
  const { colons, depth, oddNumber } = scan(text);
  // What follows recurses.
  if (!isJsonObject(value) || depth > deepest) return err({ code: 'report.not-report', args: {} });
  if (colons !== membersOf(value)) return err({ code: 'report.duplicate-keys', args: {} });
  if (oddNumber !== undefined) return err({ code: 'report.odd-number', args: { number: oddNumber } });
  return ok(value);
}

/** What parsing forgets, of text that is JSON. Each member has one colon, so more colons than members are keys that were there twice. */
function scan(text: string): {
  readonly colons: number;
  readonly depth: number;
  readonly oddNumber?: string;
} {
  let colons = 0;
  let level = 0;
  let depth = 0;
  let oddNumber: string | undefined;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case colon:
        colons++;
        break;
      case brace:
      case bracket:
        depth = Math.max(depth, ++level);
        break;
      case closingBrace:
      case closingBracket:
        level--;
        break;
      default:
        if (!startsNumber(text.charCodeAt(at))) break;
        number.lastIndex = at;
        const written = number.exec(text)?.[0] ?? '';
        if (String(Number(written)) !== written) oddNumber ??= written.slice(0, 40);
        at += written.length - 1;
    }
  }
  return { colons, depth, ...(oddNumber !== undefined && { oddNumber }) };
}
const number = /[-+.0-9eE]+/y;
const [quote, colon, brace, bracket, closingBrace, closingBracket] = [0x22, 0x3a, 0x7b, 0x5b, 0x7d, 0x5d];
const backslash = 0x5c;
const startsNumber = (code: number): boolean => code === 0x2d || (code >= 0x30 && code <= 0x39);

/** Where the string ends that begins at `start`: the next quote after an even number of backslashes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly Json[] = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + membersOf(one), Array.isArray(value) ? 0 : inner.length);
}
