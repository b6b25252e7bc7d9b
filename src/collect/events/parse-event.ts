import type { EngineEvent } from '../../evidence/docker';
import { isJsonObject, type Json } from '../../text/json';

/** An exec's action holds its whole command line. */
const maxText = 1_000;
/** A container's labels are among them. */
const maxAttributes = 40;
/** What is read of an event; a container's labels must not push these out. */
const known = [
  'name',
  'oldName',
  'image',
  'container',
  'exitCode',
  'containerExitCode',
  'execID',
  'signal',
  'width',
];

/** One line of `/events`; Docker's and Podman's are alike in what is read here. Anything else is `undefined`. */
export function parseEvent(line: Json): EngineEvent | undefined {
  if (!isJsonObject(line)) return undefined;
  const actor = isJsonObject(line['Actor']) ? line['Actor'] : {};
  const attributes = isJsonObject(actor['Attributes']) ? actor['Attributes'] : {};
  const time = Number(line['time']);
  const nano = Number(line['timeNano']);
  if (!Number.isFinite(time) || typeof line['Type'] !== 'string') return undefined;
  return {
    type: line['Type'],
    action: text(line['Action']),
    id: text(actor['ID']),
    attributes: Object.fromEntries(
      knownFirst(Object.entries(attributes))
        .filter(([, value]) => typeof value === 'string')
        .slice(0, maxAttributes)
        .map(([key, value]) => [text(key), text(value)]),
    ),
    time,
    // Beyond 2^53: some 200 ns are lost, the same ones at every reading.
    timeNano:
      Number.isFinite(nano) && nano > 0
        ? String(BigInt(Math.trunc(nano)))
        : String(BigInt(Math.trunc(time)) * 1_000_000_000n),
  };
}

const knownFirst = (entries: readonly [string, Json][]): readonly [string, Json][] => [
  ...entries.filter(([key]) => known.includes(key)),
  ...entries.filter(([key]) => !known.includes(key)),
];

const text = (value: Json | undefined): string => (typeof value === 'string' ? cutText(value) : '');

/** Text of an event as it is kept. */
export const cutText = (value: string): string => value.slice(0, maxText);

/** Milliseconds since the epoch, with fractions. */
export const millisOf = (event: Pick<EngineEvent, 'timeNano'>): number => Number(event.timeNano) / 1e6;
