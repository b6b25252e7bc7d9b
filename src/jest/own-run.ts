import type { RunState } from './run-state';

/** The run of a plain `npx jest --selectProjects grade`: labs of `VIGIE_LABS` or all, evidence of `VIGIE_EVIDENCE` or the engine. */
export function startOwnRun(): Promise<RunState> {
  return Promise.reject(new Error('Plain Jest cannot collect evidence yet: use "npm run grade".'));
}
