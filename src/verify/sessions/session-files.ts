import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSession, type Session } from '../../cleanroom';
import { err, ok, type Result } from '../../text/result';
import { inStoryOrder } from './stories';
import { decodeLeniently } from '../../text/decode-text';
import { troubleOf } from '../../text/file-trouble';

export const referenceName = 'reference.session';

/** A session of a lab, and what it declares to come of it. */
export interface SessionFile {
  /** Relative to the folder of the lab's sessions. */
  readonly name: string;
  readonly title: string;
  readonly session: Session;
  /** `<check id> <outcome> [<message code>]`; all other checks pass. */
  readonly expected: readonly string[];
  readonly points: number | undefined;
}

/** The sessions below a folder, each after the one that it goes on from, where there is one; or every line that cannot be read. */
export function readSessions(folder: string): Result<readonly SessionFile[], readonly string[]> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    return err([`${folder}: ${troubleOf(error)}`]);
  }
  const read = names
    .filter((name) => name.endsWith('.session'))
    .sort()
    .map((name) => readSession(folder, name));
  const problems = read.flatMap((one) => (one.ok ? [] : one.error));
  return problems.length > 0
    ? err(problems)
    : ok(inStoryOrder(read.flatMap((one) => (one.ok ? [one.value] : []))));
}

function readSession(folder: string, name: string): Result<SessionFile, readonly string[]> {
  const path = join(folder, name);
  const parsed = parseSession(decodeLeniently(readFileSync(path)));
  if (!parsed.ok) return err(parsed.error.map(({ line, message }) => `${path}:${line}: ${message}`));
  const session = parsed.value;
  const values = (key: string): string[] =>
    session.header.filter(([header]) => header === key).map(([, value]) => value);
  const [points] = values('points');
  return ok({
    name,
    title: values('title')[0] ?? name,
    session,
    expected: values('expect').map((line) => line.trim().split(/\s+/).join(' ')),
    points: points === undefined ? undefined : Number(points),
  });
}
