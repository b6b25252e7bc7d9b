import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { addNotRead, addResult, newAccumulator, type Accumulator } from '../class/gradebook/accumulate';
import { readResult } from '../class/gradebook/read-result';
import { byText } from '../class/gradebook/tally';
import { maxResultBytes } from '../class/results/files';
import { readTextFile } from '../grading/read-text-file';
import { err, ok, type Result } from '../text/result';
import { troubleOf } from '../text/file-trouble';

const ending = '.json';

/** Reads a class one file at a time, keeping of each what a gradebook needs. The problem is what the system says of the folder. */
export function readResults(folder: string): Result<Accumulator, string> {
  const students = join(folder, 'students');
  let entries: Dirent[];
  try {
    entries = readdirSync(students, { withFileTypes: true });
  } catch (error) {
    return err(troubleOf(error));
  }
  const all = newAccumulator();
  const files = entries.filter(({ name }) => name.endsWith(ending) && !name.startsWith('.'));
  for (const entry of files.sort((a, b) => byText(a.name, b.name))) readInto(all, students, entry);
  return ok(all);
}

function readInto(all: Accumulator, folder: string, entry: Dirent): void {
  const { name } = entry;
  const file = join(folder, name);
  // A pipe among them would keep us waiting for ever.
  const isFile = entry.isSymbolicLink()
    ? statSync(file, { throwIfNoEntry: false })?.isFile() === true
    : entry.isFile();
  if (!isFile) {
    addNotRead(all, { file: name, code: 'result.unreadable', detail: '' });
    return;
  }
  const text = readTextFile(file, maxResultBytes);
  if (!text.ok) {
    addNotRead(all, { file: name, code: `result.${text.error.code}`, detail: text.error.detail });
    return;
  }
  const result = readResult(text.value, name.slice(0, -ending.length));
  if (result.ok) addResult(all, result.value);
  else addNotRead(all, { file: name, ...result.error });
}
