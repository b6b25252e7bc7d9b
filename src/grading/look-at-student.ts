import { join } from 'node:path';
import { homeFolder, thisWorld } from '../collect/connect/world';
import type { Evidence } from '../evidence/evidence';
import type { Fault } from '../evidence/fault';
import { openEventMemory } from '../state/event-memory';
import type { Result } from '../text/result';
import type { LoadedLabs } from './load-labs';
import { outsideOf } from './outside';
import { takeEvidence } from './take-evidence';

export interface StudentEngine {
  /** As DOCKER_HOST names an engine, or the name of a docker context. */
  readonly engine: string;
  /** The file with the student's answers, if there is one. */
  readonly answers?: string;
}

/** Looks at the engine of one student of a class. The answers beside the lab are whoever's this machine is, and not asked. */
export function lookAtStudent(
  labs: LoadedLabs,
  { engine, answers }: StudentEngine,
  signal: AbortSignal,
): Promise<Result<Evidence, Fault>> {
  return takeEvidence({
    labs: labs.map(({ lab }) => lab),
    world: thisWorld(),
    preferences: /:\/\/|^[:/]/.test(engine) ? { host: engine } : { context: engine },
    memory: openEventMemory({ env: process.env, home: homeFolder() }),
    outside: answers === undefined ? noAnswers : outsideOf(labs, answers),
    signal,
  });
}

const noAnswers: ReturnType<typeof outsideOf> = {
  answer: (lab) => Promise.resolve({ value: { file: join(lab, 'answers.yaml'), text: null } }),
};
