import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { playSession, type CleanRoom, type Session } from '../../../src/cleanroom';
import { gradeInRoom, outcomesOf, pointsOf, type Graded } from './grade-in-room';
import { openRooms, type Rooms } from './rooms';
import { restAfter, sessionsOf } from './session-files';
import { makeVigieFolder, type VigieFolder } from './vigie-folder';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 900_000;
const MINUTE = 60_000;

/** A host as a session left it, and how the lab was graded on it. */
export interface Proved {
  readonly room: CleanRoom;
  readonly graded: Graded;
  /** Grades once more, with more flags or other labs at the same time. */
  readonly again: (more?: readonly string[]) => Promise<Graded>;
}

/** What else has to hold after a session. */
export type Also = (proved: Proved) => Promise<void>;

/** One test a session of the lab: played at a real terminal and graded by the real command, it gives exactly what it declares. */
export function proveLab(lab: string, also: Readonly<Record<string, Also>> = {}): void {
  let rooms: Rooms;
  let vigie: VigieFolder;
  let played: { readonly session: Session; readonly room: CleanRoom } | undefined;
  beforeAll(async () => {
    [rooms, vigie] = await Promise.all([openRooms(), makeVigieFolder()]);
  }, BUILD_MS);
  afterAll(async () => {
    vigie[Symbol.dispose]();
    await rooms[Symbol.asyncDispose]();
  }, MINUTE);

  test.each(sessionsOf(lab).map((file) => [file.name, file] as const))(
    '%s is graded as it declares',
    async (name, { session, expected, points }) => {
      const before = played;
      played = undefined;
      const rest = before && restAfter(before.session, session);
      const room = before && rest ? before.room : await rooms.next();
      const { problem } = await playSession(room, rest ?? session, { deadlineMs: 4 * MINUTE });
      expect(problem).toBeUndefined();

      const graded = await gradeInRoom(room, vigie, lab);
      const seen = outcomesOf(graded).map((line, index) => asDeclared(line, expected[index]));
      expect({ seen, report: seen.join() === expected.join() ? '' : graded.shown }).toEqual({
        seen: expected,
        report: '',
      });
      if (points !== undefined) expect(pointsOf(graded)).toBe(points);
      const again: Proved['again'] = (more) => gradeInRoom(room, vigie, lab, more);
      await also[name]?.({ room, graded, again });
      played = { session, room };
    },
    6 * MINUTE,
  );
}

/** Looking again, and judging again what was seen, changes nothing. */
export const isLasting: Also = async ({ graded, again }) => {
  const judged = await again(['--evidence', graded.evidence]);
  expect(judged.json).toBe(graded.json);
  expect(judged.shown).toBe(graded.shown);
  const second = await again();
  expect(outcomesOf(second)).toEqual(outcomesOf(graded));
  expect(pointsOf(second)).toBe(pointsOf(graded));
};

/** A declaration need not name the message code. */
const asDeclared = (line: string, declared: string | undefined): string =>
  declared?.split(' ').length === 2 ? line.split(' ').slice(0, 2).join(' ') : line;
