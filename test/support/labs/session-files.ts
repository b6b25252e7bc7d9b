import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSession, type Session } from '../../../src/cleanroom';

export const labsFolder = resolve(__dirname, '../../../labs');

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

/** The sessions of a lab, each after the one that it goes on from, where there is one. */
export function sessionsOf(lab: string): readonly SessionFile[] {
  const folder = join(labsFolder, lab, 'sessions');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.session'))
    .sort();
  return inStoryOrder(
    paths.map((path) => readSessionFile(join(folder, path), relative(folder, join(folder, path)))),
  );
}

function readSessionFile(path: string, name: string): SessionFile {
  const parsed = parseSession(readFileSync(path, 'utf8'));
  if (!parsed.ok)
    throw new Error(parsed.error.map(({ line, message }) => `${path}:${line}: ${message}`).join('\n'));
  const session = parsed.value;
  const values = (key: string) =>
    session.header.filter(([header]) => header === key).map(([, value]) => value);
  const [points] = values('points');
  return {
    name,
    title: values('title')[0] ?? name,
    session,
    expected: values('expect').map((line) => line.trim().split(/\s+/).join(' ')),
    points: points === undefined ? undefined : Number(points),
  };
}

/** What is left to play of a session where `played` was played already; `undefined` when it begins otherwise. */
export function restAfter(played: Session, session: Session): Session | undefined {
  const [before, all] = [played.items.map(withoutLine), session.items.map(withoutLine)];
  const goesOn = before.length < all.length && before.every((item, index) => item === all[index]);
  return goesOn ? { ...session, items: session.items.slice(before.length) } : undefined;
}

const withoutLine = ({ line: _, ...item }: Session['items'][number]): string => JSON.stringify(item);

/** Stories that begin alike are played once: what two minutes of apt made is looked at in every state that follows from it. */
function inStoryOrder(files: readonly SessionFile[]): SessionFile[] {
  const left = [...files].sort((a, b) => a.session.items.length - b.session.items.length);
  const ordered: SessionFile[] = [];
  for (let next = left.shift(); next !== undefined;) {
    ordered.push(next);
    const { session } = next;
    const on = left.findIndex((file) => restAfter(session, file.session) !== undefined);
    next = on < 0 ? left.shift() : left.splice(on, 1)[0];
  }
  return ordered;
}
