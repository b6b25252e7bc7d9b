import { differences } from './differences';
import { gradeInRoom, type Graded, type Grader } from './grade-in-room';
import { outcomesIn, pointsIn } from './outcomes';
import { referenceName, type SessionFile } from './session-files';
import type { Played, Stage } from './stage';

/** A session that was played and graded; without `differences` it is as it declares. */
export interface ProvedSession extends Played {
  readonly graded?: Graded;
  readonly differences: readonly string[];
}

export interface ProveSession {
  readonly stage: Stage;
  readonly grader: Grader;
  /** Id or path of the lab, and what else the command needs to find it. */
  readonly lab: readonly string[];
  /** The reference has to get all of it. */
  readonly scale: number;
}

/** Plays a session at a terminal, grades what it left with the command of students, and compares that with what it declares. */
export async function proveSession(
  file: SessionFile,
  { stage, grader, lab, scale }: ProveSession,
): Promise<ProvedSession> {
  const played = await stage.play(file.session);
  if (played.problem !== undefined) return { ...played, differences: [] };
  const graded = await gradeInRoom(played.room, grader, lab);
  const points = file.points ?? (file.name === referenceName ? scale : undefined);
  return {
    ...played,
    graded,
    differences: differences(
      { outcomes: file.expected, points },
      { outcomes: outcomesIn(graded.json), points: pointsIn(graded.json) },
    ),
  };
}
