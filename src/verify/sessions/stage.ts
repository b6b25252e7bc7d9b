import { playSession, type CleanRoom, type Session } from '../../cleanroom';
import type { Rooms } from './rooms';
import { restAfter } from './stories';

/** Enough for a line that installs packages. */
const lineDeadlineMs = 240_000;

/** A host as a session left it; it stays so until the next session is played. */
export interface Played {
  readonly room: CleanRoom;
  /** Why the session could not be played to its end. */
  readonly problem?: string;
}

/** Where sessions are played, one after another. */
export interface Stage {
  play(session: Session): Promise<Played>;
  /** Somebody went on in that room: the next session begins in another one. */
  spoil(): void;
}

/** Each session gets a room like new, or goes on in that of the session before, where that is its beginning. */
export function makeStage(rooms: Rooms): Stage {
  let before: { readonly session: Session; readonly room: CleanRoom } | undefined;
  return {
    async play(session) {
      const last = before;
      // What breaks off half way is nothing to go on from.
      before = undefined;
      const rest = last && restAfter(last.session, session);
      const room = last && rest ? last.room : await rooms.next();
      const { problem } = await playSession(room, rest ?? session, { deadlineMs: lineDeadlineMs });
      if (problem) return { room, problem: `${problem.line}: ${problem.message}` };
      before = { session, room };
      return { room };
    },
    spoil() {
      before = undefined;
    },
  };
}
