import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Recording } from '../collect/looking';
import type { EngineEvent } from '../evidence/docker';
import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { parseLines, readSmallFile } from './files';

/** A recording is shortened before it comes to this. */
export const maxRecordingBytes = 8 * 1024 * 1024;

/** One file an endpoint. */
export function recordingPath(folder: string, endpoint: string): string {
  const name = createHash('sha256').update(endpoint).digest('hex').slice(0, 16);
  return join(folder, 'recordings', `${name}.ndjson`);
}

/** `since`: from here on nothing was missed; a later such line means that something was missed before it. */
export const headerLine = (endpoint: string, engineId: string, since: number): JsonObject => ({
  vigie: 'recording',
  version: 1,
  endpoint,
  engineId,
  since,
});
export const sinceLine = (since: number): JsonObject => ({ since });
export const untilLine = (until: number): JsonObject => ({ until });
export const eventLine = ({ type, action, id, attributes, time, timeNano }: EngineEvent): JsonObject => ({
  event: { type, action, id, attributes, time, timeNano },
});

/** `corrupt`: there is a file, and it is no recording. */
export function readRecording(path: string): Recording | 'corrupt' | null {
  const text = readSmallFile(path, 4 * maxRecordingBytes);
  if (text === undefined) return null;
  const [header, ...lines] = parseLines(text);
  if (!header) return text === '' || !text.includes('\n') ? null : 'corrupt';
  const { vigie, version, engineId, since: start } = header;
  if (vigie !== 'recording' || version !== 1 || typeof engineId !== 'string' || typeof start !== 'number')
    return 'corrupt';
  const events: EngineEvent[] = [];
  let since = start;
  let until = start;
  let broken = false;
  for (const line of lines) {
    // Something stood there, and is lost: complete is only what comes after.
    if (!line) broken = true;
    const event = eventIn(line?.['event']);
    const at = event ? event.time : numberIn(line?.['until']);
    if (broken && at !== undefined) [since, broken] = [at, false];
    since = numberIn(line?.['since']) ?? since;
    until = Math.max(until, at ?? since);
    if (event) events.push(event);
  }
  return { engineId, since, until, events };
}

const numberIn = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

function eventIn(value: Json | undefined): EngineEvent | undefined {
  if (!isJsonObject(value)) return undefined;
  const { type, action, id, attributes, time, timeNano } = value;
  if (typeof type !== 'string' || typeof action !== 'string' || typeof id !== 'string') return undefined;
  if (typeof time !== 'number' || typeof timeNano !== 'string' || !isTexts(attributes)) return undefined;
  return { type, action, id, attributes, time, timeNano };
}

const isTexts = (value: Json | undefined): value is Readonly<Record<string, string>> =>
  isJsonObject(value) && Object.values(value).every((text) => typeof text === 'string');
