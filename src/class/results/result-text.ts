import { escapeInvisible } from '../../text/escape-json';
import type { ClassResult } from '../class-result';

/** A result as its file holds it, in visible characters. */
export function resultText(result: ClassResult): string {
  const { vigie, version, student, gradedAt, source, basis, problem, reports } = result;
  const inOrder: ClassResult = {
    vigie,
    version,
    student,
    gradedAt,
    ...(source && { source }),
    ...(basis !== undefined && { basis }),
    ...(problem && { problem }),
    ...(reports && { reports }),
  };
  return `${escapeInvisible(JSON.stringify(inOrder, null, 1))}\n`;
}
