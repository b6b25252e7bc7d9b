import { plainText } from '../../text/plain-text';
import { valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

/** A port that no machine has: the check could never pass. */
export function badPorts(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (kind?.kind !== 'port') return [];
    const value = plainText(json['port']);
    return isPort(value) ? [] : [valueProblem(draft, pointerTo(pointer, 'port'), 'check.no-port', { value })];
  });
}

function isPort(text: string): boolean {
  const number = Number(/^(\d{1,5})(?:\/(?:tcp|udp))?$/.exec(text)?.[1] ?? 0);
  return number >= 1 && number <= 65535;
}
