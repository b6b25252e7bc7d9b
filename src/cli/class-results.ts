import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addNotRead, addResult, newAccumulator, type Accumulator } from '../class/gradebook/accumulate';
import { readResult } from '../class/gradebook/read-result';
import { maxReportBytes } from '../grading/report-file';
import { readTextFile } from '../grading/read-text-file';
import { err, ok, type Result } from '../text/result';

const ending = '.json';

/** Reads a class one file at a time, keeping of each what a gradebook needs. The problem is what the system says of the folder. */
export function readResults(folder: string): Result<Accumulator, string> {
  const students = join(folder, 'students');
  let names: string[];
  try {
    names = readdirSync(students).filter((name) => name.endsWith(ending) && !name.startsWith('.'));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  const all = newAccumulator();
  for (const name of names.sort()) readInto(all, students, name);
  return ok(all);
}

function readInto(all: Accumulator, folder: string, name: string): void {
  const file = join(folder, name);
  // A pipe among them would keep us waiting for ever.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    return void addNotRead(all, { file: name, code: 'result.unreadable', detail: '' });
  const text = readTextFile(file, maxReportBytes);
  if (!text.ok)
    return void addNotRead(all, { file: name, code: `result.${text.error.code}`, detail: text.error.detail });
  const result = readResult(text.value, name.slice(0, -ending.length));
  if (result.ok) addResult(all, result.value);
  else addNotRead(all, { file: name, ...result.error });
}
