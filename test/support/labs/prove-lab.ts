import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join, resolve } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import type { Lab } from '../../../src/spec/lab';
import { obeyHints } from '../../../src/verify/sessions/obey-hints';
import { gradeInRoom, type Graded } from '../../../src/verify/sessions/grade-in-room';
import { outcomesIn, pointsIn } from '../../../src/verify/sessions/outcomes';
import { proveSession } from '../../../src/verify/sessions/prove-session';
import { openRooms, type Rooms } from '../../../src/verify/sessions/rooms';
import { referenceName, readSessions } from '../../../src/verify/sessions/session-files';
import { makeStage, type Stage } from '../../../src/verify/sessions/stage';
import { loadShippedLab } from './load-shipped-lab';
import { makeVigieFolder, type VigieFolder } from './vigie-folder';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 900_000;
const MINUTE = 60_000;
const SCALE = 20;

/** A host as a session left it, and how the lab was graded on it. */
export interface Proved {
  readonly room: CleanRoom;
  readonly graded: Graded;
  /** Grades once more, with more flags or other labs at the same time. */
  readonly again: (more?: readonly string[]) => Promise<Graded>;
}

/** What else has to hold after a session. */
export type Also = (proved: Proved) => Promise<void>;

/**
 * One test a session of the lab: played at a real terminal and graded by the real command, it gives exactly what it declares. Then whoever does what
 * the hints say, one after another, gains with each and gets everything; but for `beyondHints`: what no hint can say for certain, by session.
 */
export function proveLab(
  id: string,
  also: Readonly<Record<string, Also>> = {},
  beyondHints: Readonly<Record<string, readonly string[]>> = {},
): void {
  let rooms: Rooms;
  let vigie: VigieFolder;
  let stage: Stage;
  beforeAll(async () => {
    [rooms, vigie] = await Promise.all([openRooms(), makeVigieFolder()]);
    stage = makeStage(rooms);
  }, BUILD_MS);
  afterAll(async () => {
    vigie[Symbol.dispose]();
    await rooms[Symbol.asyncDispose]();
  }, MINUTE);

  const loaded: Lab = loadShippedLab(id);
  const sessions = readSessions(resolve(__dirname, '../../../labs', id, 'sessions'));
  if (!sessions.ok) throw new Error(sessions.error.join('\n'));
  test.each(sessions.value.map((file) => [file.name, file] as const))(
    '%s is graded as it declares',
    async (name, file) => {
      const grader = { main: vigie.main, cache: join(vigie.path, 'cache') };
      const lab = [id, '--labs', join(vigie.path, 'labs')];
      const { room, graded, problem, differences } = await proveSession(file, {
        stage,
        grader,
        lab,
        scale: SCALE,
      });
      expect(problem).toBeUndefined();
      if (graded === undefined) throw new Error('A session that was played is graded.');
      expect({ differences, report: differences.length === 0 ? '' : graded.shown }).toEqual({
        differences: [],
        report: '',
      });
      await also[name]?.({ room, graded, again: (more) => gradeInRoom(room, grader, lab, more) });
      if (name === referenceName) return;
      stage.spoil();
      const obeyed = await obeyHints({ room, grader, lab: loaded, named: lab });
      const lost = obeyed.hints.filter(
        ({ before, after, problem: broke }) => broke !== undefined || after <= before,
      );
      const beyond = beyondHints[name] ?? [];
      expect({ lost, left: obeyed.left }).toEqual({ lost: [], left: beyond });
      expect(obeyed.points === SCALE).toBe(beyond.length === 0);
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
  expect(outcomesIn(second.json)).toEqual(outcomesIn(graded.json));
  expect(pointsIn(second.json)).toBe(pointsIn(graded.json));
};
