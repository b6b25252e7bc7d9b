import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassResult } from '../../../src/class/class-result';
import type { CliFolder } from '../cli/cli-folder';

/** A roster of a class, and what each student is graded by, in the work folder. */
export function putClass(folder: CliFolder, name: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([student, entry]) => `  ${student}: ${entry}\n`);
  return folder.put(name, `version: 1\nlabs: [01-web]\nstudents:\n${lines.join('')}`);
}

/** All results of a folder by student, without when each was found out. */
export function resultsIn(
  folder: string,
  part = 'students',
): Readonly<Record<string, Omit<ClassResult, 'gradedAt'>>> {
  const files = readdirSync(join(folder, part)).sort();
  return Object.fromEntries(
    files.map((file) => {
      const { gradedAt, ...result } = JSON.parse(
        readFileSync(join(folder, part, file), 'utf8'),
      ) as ClassResult;
      if (gradedAt === '') throw new Error('A result has its time.');
      return [file, result];
    }),
  );
}

/** Bytes of all files below a folder, by path. */
export const bytesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
