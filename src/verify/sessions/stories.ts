import type { Session } from '../../cleanroom';

/** What is left to play of a session where `played` was played already; `undefined` when it begins otherwise. */
export function restAfter(played: Session, session: Session): Session | undefined {
  const [before, all] = [played.items.map(withoutLine), session.items.map(withoutLine)];
  const goesOn = before.length < all.length && before.every((item, index) => item === all[index]);
  return goesOn ? { ...session, items: session.items.slice(before.length) } : undefined;
}

const withoutLine = ({ line: _, ...item }: Session['items'][number]): string => JSON.stringify(item);

/** Stories that begin alike are played once: what two minutes of apt made is looked at in every state that follows from it. */
export function inStoryOrder<F extends { readonly session: Session }>(files: readonly F[]): F[] {
  const left = files.toSorted((a, b) => a.session.items.length - b.session.items.length);
  const ordered: F[] = [];
  for (let next = left.shift(); next !== undefined;) {
    ordered.push(next);
    const { session } = next;
    const on = left.findIndex((file) => restAfter(session, file.session) !== undefined);
    next = on < 0 ? left.shift() : left.splice(on, 1)[0];
  }
  return ordered;
}
