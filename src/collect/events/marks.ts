import { createHash } from 'node:crypto';
import type { EngineEvent } from '../../evidence/docker';
import { cutText } from './parse-event';

/**
 * Vigie's own calls leave events that look like a student's: a reading of processes like `docker top`, a file that is read like `docker cp`. So
 * calls are put between two marks that the engine records as well: the creation of an exec that is never started. Whose an event is
 * then stands in the engine's own record, on whatever machine that is read, however slow the engine was and whoever else grades.
 */
export type Kind = 'top' | 'archive-path' | `exec.${string}`;

/** How many events of a kind were left: these for certain, and up to so many more. */
export interface Made {
  readonly sure: number;
  readonly maybe: number;
}
export type AllMade = ReadonlyMap<Kind, Made>;

export type Mark =
  | { readonly side: 'begin'; readonly id: string }
  | { readonly side: 'end'; readonly id: string; readonly made: AllMade };

export const beginCommand = (id: string): readonly string[] => ['vigie', 'look', 'begin', id];

export const endCommand = (id: string, made: AllMade): readonly string[] => [
  'vigie',
  'look',
  'end',
  id,
  ...[...made].map(([kind, { sure, maybe }]) => `${kind}=${sure}${maybe > 0 ? `+${maybe}` : ''}`),
];

const look = /^exec_create: vigie look (?:(begin) ([0-9a-f]{8})|(end) ([0-9a-f]{8})((?: \S+)*)) *$/;
/** Of earlier versions, which put each `top` between marks of its own and may still grade elsewhere. */
const oldTop = /^exec_create: vigie top (begin|end) ([0-9a-f]{8})$/;
const word = /^(top|archive-path|exec\.[0-9a-f]{8})=(\d{1,3})(?:\+(\d{1,3}))?$/;
const oneTop: AllMade = new Map([['top', { sure: 1, maybe: 0 }]]);

export function markIn({ action }: EngineEvent): Mark | undefined {
  const [, oldSide, oldId = ''] = oldTop.exec(action) ?? [];
  if (oldSide === 'begin') return { side: 'begin', id: oldId };
  if (oldSide === 'end') return { side: 'end', id: oldId, made: oneTop };
  const [, begin, beginId, end, endId, words = ''] = look.exec(action) ?? [];
  if (begin !== undefined && beginId !== undefined) return { side: 'begin', id: beginId };
  if (end === undefined || endId === undefined) return undefined;
  const made = words.split(' ').flatMap((text): [Kind, Made][] => {
    const [, kind, sure, maybe = '0'] = word.exec(text) ?? [];
    return kind === undefined ? [] : [[kind as Kind, { sure: Number(sure), maybe: Number(maybe) }]]; // as the pattern says
  });
  return { side: 'end', id: endId, made: new Map(made) };
}

/** The kind of an event that a call of ours may have left, itself no mark. An exec is known by its command. */
export function kindOfEvent(event: EngineEvent): Kind | undefined {
  if (event.action === 'top' || event.action === 'archive-path') return event.action;
  return event.action.startsWith('exec_create: ') ? kindOfExec(event.action) : undefined;
}

/** The engine joins the words with spaces, with one behind a lone word. */
export function kindOfExec(action: string): Kind {
  const hash = createHash('sha256').update(cutText(action).trimEnd()).digest('hex');
  return `exec.${hash.slice(0, 8)}`;
}
