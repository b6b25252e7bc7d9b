import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnAction, OwnCall } from '../collect/looking';
import type { JsonObject } from '../text/json';
import { appendLines, parseLines, readSmallFile, replaceLines, sizeOf } from './files';

/** A call whose end is not known may last so long in the engine: its process was killed, or had no more time for it. */
const longestMs = 60_000;
const maxBytes = 4 * 1024 * 1024;
/** Beyond this the older half goes: the engine itself remembers 256 events. */
const crowdedBytes = 1024 * 1024;

/**
 * The calls of ours that engines recorded as events. They are kept in the state folder, and in the folder for temporary files as well, which outlives
 * a student's clean-up and a change of user (`sudo npm run grade`) as the engine's own memory does: both go when the machine is restarted.
 */
export interface OwnCallsLedger {
  readonly all: () => readonly OwnCall[];
  readonly owning: <T>(container: string, action: OwnAction, call: () => Promise<T>) => Promise<T>;
}

const temporaryName = /^vigie-own-calls-[\w-]{1,32}\.ndjson$/;

export function openOwnCalls(
  folder: string,
  temporary: string,
  user: string,
  now: () => number,
  onUnwritten: () => void = () => undefined,
): OwnCallsLedger {
  const own = [join(folder, 'own-calls.ndjson'), join(temporary, `vigie-own-calls-${user}.ndjson`)];
  const write = (line: JsonObject): void => {
    const kept = own.map((path) => appendLines(path, [line]));
    // One of the two is enough to know these calls again.
    if (!kept.includes(true)) onUnwritten();
  };
  let count = 0;
  own.forEach(prune);
  return {
    all: () => {
      const files = [...own, ...othersIn(temporary)];
      return callsIn([...new Set(files)].flatMap((path) => parseLines(readSmallFile(path, maxBytes) ?? '')));
    },
    owning: async (container, action, call) => {
      count += 1;
      const line = { key: `${process.pid}.${count}`, container, action, from: now() };
      // Before the call: whoever reads the events while it is under way has to know.
      write(line);
      let isAnswered = false;
      try {
        const result = await call();
        isAnswered = !isCutOff(result);
        return result;
      } finally {
        write({ ...line, to: now() + (isAnswered ? 0 : longestMs) });
      }
    },
  };
}

/** The engine goes on with a request that was given up, and records it when it is done. */
function isCutOff(result: unknown): boolean {
  if (Array.isArray(result)) return result.some(isCutOff);
  if (typeof result !== 'object' || result === null) return false;
  return 'fault' in result || ('ok' in result && result.ok === false);
}

/** Each call has a line when it began and one when it ended; those of the same call come in that order. */
function callsIn(lines: readonly (JsonObject | undefined)[]): OwnCall[] {
  const calls = new Map<string, OwnCall>();
  for (const line of lines) {
    const { key, container, action, from, to } = line ?? {};
    if (typeof container !== 'string' || typeof from !== 'number' || !isOwnAction(action)) continue;
    const end = typeof to === 'number' && to >= from ? to : from + longestMs;
    const name = `${String(key)} ${from} ${container}`;
    const known = calls.get(name);
    // The same call stands in several files, its end perhaps not in all of them.
    if (!known || end < known.to) calls.set(name, { container, action, from, to: end });
  }
  return [...calls.values()];
}

const isOwnAction = (action: unknown): action is OwnAction =>
  action === 'top' ||
  action === 'archive-path' ||
  (typeof action === 'string' && action.startsWith('exec_create: '));

function othersIn(temporary: string): string[] {
  try {
    return readdirSync(temporary)
      .filter((name) => temporaryName.test(name))
      .slice(0, 20)
      .map((name) => join(temporary, name));
  } catch {
    return []; // no such folder
  }
}

function prune(path: string): void {
  if (sizeOf(path) <= crowdedBytes) return;
  const lines = parseLines(readSmallFile(path, 64 * crowdedBytes) ?? '').filter((line) => line !== undefined);
  // An end says all that the beginning said: it may stand alone.
  const half = lines.slice(Math.floor(lines.length / 2));
  replaceLines(path, half);
}
