import type * as Semver from 'semver';
import { err, ok, type Result } from './result';

/** A version as some program or package says it, and the part of it that can be ordered. */
export interface LenientVersion {
  readonly text: string;
  /** Three numbers and perhaps a pre-release, as semver has it: `2:1.0~rc1` is compared as `1.0.0-rc.1`. */
  readonly compared: string;
}

/** Why a version or a range cannot be used; `part` is the text, cut to a showable length. */
export interface VersionProblem {
  readonly code: 'version-none' | 'version-range';
  readonly part: string;
}

const MAX_TEXT = 256;

// [v][epoch:]1[.2[.3]] and then perhaps a mark of a pre-release. Debian writes it `~rc1`, Docker `-rc.1`, Python `b1`; any other
// tail (`+dfsg1`, `-9+deb12u1`, `~3-0~debian`, `p1`) says how it was packaged or patched.
const NUMBERS = /^v?(?:\d{1,10}:)?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?/i;
const PRE_RELEASE = /^[-~.]?(?:(alpha|beta|rc|pre|dev)[-.~]?(\d{0,15})|([ab])(\d{1,15}))(?![a-z])/i;

/** Reads `20.10.24+dfsg1`, `1.22.1-9+deb12u1`, `5:24.0.7-1~debian.12`, `v1.2`, leniently, and says what of it is compared. */
export function parseVersion(text: string): Result<LenientVersion, VersionProblem> {
  const trimmed = text.trim();
  const match = trimmed.length > MAX_TEXT ? null : NUMBERS.exec(trimmed);
  if (!match) return err({ code: 'version-none', part: shorten(trimmed) });
  const numbers = [match[1], match[2], match[3]].map((digits = '0') => Number(digits)).join('.');
  const [, word, count = '', letter, letterCount = ''] =
    PRE_RELEASE.exec(trimmed.slice(match[0].length)) ?? [];
  const stage = (word ?? letter ?? '').toLowerCase().replace(/^a$/, 'alpha').replace(/^b$/, 'beta');
  const digits = count + letterCount;
  const preRelease = digits === '' ? stage : `${stage}.${Number(digits)}`;
  return ok({ text: trimmed, compared: preRelease === '' ? numbers : `${numbers}-${preRelease}` });
}

/** Whether a text is a semver range such as `>=20.10 <29`, `1.22.x`, `^3`. */
export function isVersionRange(range: string): boolean {
  return range.trim() !== '' && range.length <= MAX_TEXT && loadSemver().validRange(range) !== null;
}

/**
 * Whether a version lies in a semver range. Pre-releases take part: `28.0.0-rc.1` is in `>=27` and not in `>=28.0.0`.
 * A range such as `>=1.22` means its first pre-release or later, as semver defines it.
 */
export function satisfiesRange(version: string, range: string): Result<boolean, VersionProblem> {
  const parsed = parseVersion(version);
  if (!parsed.ok) return parsed;
  if (!isVersionRange(range)) return err({ code: 'version-range', part: shorten(range) });
  return ok(loadSemver().satisfies(parsed.value.compared, range, { includePrerelease: true }));
}

function loadSemver(): Pick<typeof Semver, 'satisfies' | 'validRange'> {
  // Only labs that compare versions pay for loading it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('semver') as typeof Semver;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
