import { gap } from '../../text/find-in-part';
import { limits } from '../limits';

/** Of a long text the start and the end, which say how something was begun and what became of it. `end`: of what was too long to be read whole. */
export function startAndEnd(
  start: Buffer,
  end: Buffer | undefined,
): { readonly text: string; readonly truncated: boolean } {
  if (end === undefined && start.length <= limits.text) return { text: start.toString(), truncated: false };
  const half = limits.text / 2;
  const tail = (end ?? start).subarray(-half);
  return { text: `${start.subarray(0, half).toString()}${gap}${tail.toString()}`, truncated: true };
}
