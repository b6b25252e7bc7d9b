import type { ContainerInspect } from '../../../../evidence/docker';
import type { RecordedEvent } from '../../../../evidence/facts';
import type { Message } from '../../../../messages/message';
import { isJsonObject, type Json } from '../../../../text/json';
import type { Diagnosis, Look, Miss } from '../../../kind';
import { holds } from '../../../match/holds';
import type { Container } from '../container';
import { holdsPorts } from '../ports';

/** Recognises one mistake, or says nothing. */
export type Rule = (diagnosis: Diagnosis<Container>) => Message | undefined;

export const missOf = ({ misses }: Diagnosis<Container>, key: string): Miss | undefined =>
  misses.find((miss) => miss.key === key);

export const nameOf = ({ Name, Id }: ContainerInspect): string => Name?.replace(/^\//, '') || Id.slice(0, 12);

/** Does the author want this word? `state: { not: paused }` wants `running` too. */
export const wants = (miss: Miss | undefined, word: Json): boolean =>
  miss !== undefined && holds({ type: 'string', shape: 'one' }, miss.expected, word);

/** The check fails because it asks for a container that runs, and it does not: ports are in force only then. */
export const wantsRunning = (diagnosis: Diagnosis<Container>): boolean =>
  wants(missOf(diagnosis, 'state'), 'running') ||
  missOf(diagnosis, 'never-stopped')?.expected === true ||
  (missOf(diagnosis, 'ports') !== undefined && !holdsPorts(diagnosis.resource));

/** The plain values in an expectation; what it forbids (`not`, `none`) is not among them. */
export function literalsIn(expected: Json): (string | number)[] {
  if (typeof expected === 'string' || typeof expected === 'number') return [expected];
  if (Array.isArray(expected)) return expected.flatMap(literalsIn);
  if (!isJsonObject(expected)) return [];
  return Object.entries(expected).flatMap(([matcher, inner]) =>
    ['any', 'all', 'only', 'contains', 'equals'].includes(matcher) ? literalsIn(inner) : [],
  );
}

/** The only plain value in an expectation, as text. */
export function literalIn(expected: Json): string | undefined {
  const [first, second] = literalsIn(expected);
  return first === undefined || second !== undefined ? undefined : String(first);
}

/** The student's events on one container, oldest first; none if events could not be had. */
export function eventsOf(id: string, look: Look): RecordedEvent[] {
  return containerEvents(look).filter((event) => event.id === id);
}

export function containerEvents(look: Look): RecordedEvent[] {
  const fact = look({ fact: 'events' });
  return 'value' in fact ? fact.value.events.filter(({ type, own }) => type === 'container' && !own) : [];
}
