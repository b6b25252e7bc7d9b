import { exitCodes } from './exit-code';

/** At the exit of a process of which nobody has said what it came to: nothing that is not known may look like a mark to whoever called it. */
export function endUnknown(): void {
  process.exitCode = exitCodes.incomplete;
}
