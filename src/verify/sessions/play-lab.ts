import type { Evidence } from '../../evidence/evidence';
import { readEvidence } from '../../grading/evidence-file';
import type { SessionProof } from '../proof';
import { proveSession, type ProvedSession, type ProveSession } from './prove-session';
import { referenceName, type SessionFile } from './session-files';

/** What sessions of a lab left behind. */
export interface PlayedLab {
  readonly sessions: readonly SessionProof[];
  /** Where the reference session was played and got everything. */
  readonly reference?: Evidence;
  /** One for each wrong session that came out as it declares. */
  readonly wrong: readonly Evidence[];
}

/** Plays sessions one after another. `onPlayed` is told of each as it ends. */
export async function playLab(
  files: readonly SessionFile[],
  options: ProveSession,
  onPlayed: (session: SessionProof) => void,
): Promise<PlayedLab> {
  const sessions: SessionProof[] = [];
  const wrong: Evidence[] = [];
  let reference: Evidence | undefined;
  for (const file of files) {
    const proved = await proveSession(file, options);
    const session = sessionProof(file, proved);
    sessions.push(session);
    onPlayed(session);
    if (proved.graded === undefined || proved.differences.length > 0) continue;
    // The next session may be graded in the same room, and leave its evidence in the same file.
    const evidence = readEvidence(proved.graded.evidence);
    if (!evidence.ok) throw new Error(`${evidence.error.code}: ${proved.graded.evidence}`);
    if (file.name === referenceName) reference = evidence.value;
    else wrong.push(evidence.value);
  }
  return { sessions, wrong, ...(reference && { reference }) };
}

const sessionProof = (
  { name, title }: SessionFile,
  { problem, differences }: ProvedSession,
): SessionProof => ({
  name,
  title,
  differences,
  ...(problem !== undefined && { problem }),
});
