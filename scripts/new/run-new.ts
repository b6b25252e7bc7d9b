import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io';
import { sayLines } from '../../src/cli/say';
import { troubleOf } from '../../src/text/file-trouble';
import type { Result } from '../../src/text/result';
import { readOneName, type NameProblem } from './read-one-name';

/** A file to write, by its path in the repository. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** What is there already, by paths in the repository. */
export interface Repository {
  readonly exists: (path: string) => boolean;
  /** `undefined` where there is no such file. */
  readonly read: (path: string) => string | undefined;
}

/** One kind of thing that can be made: its files, and what is said, a sentence a line. */
export interface NewThing {
  readonly hasLanguage: boolean;
  readonly help: string;
  readonly plan: (name: string, repository: Repository) => Result<readonly PlannedFile[], readonly string[]>;
  readonly sayProblem: (problem: NameProblem) => readonly string[];
  readonly sayUnwritable: (path: string, trouble: string) => readonly string[];
  readonly sayDone: (name: string) => readonly string[];
}

interface Surroundings {
  readonly root: string;
  readonly io: Pick<Io, 'out' | 'err' | 'columns'>;
  /** Lays a text out as its file has to be. */
  readonly format: (text: string, file: string) => Promise<string>;
}

/** Makes one new thing: 0 written, 2 nothing was, for what is told, 3 a file could not be written. */
export async function runNew(
  args: readonly string[],
  thing: NewThing,
  { root, io, format }: Surroundings,
): Promise<0 | 2 | 3> {
  const asked = readOneName(args, thing);
  if ('help' in asked) {
    io.out(thing.help);
    return 0;
  }
  const refuse = (lines: readonly string[]): 2 => {
    io.err(sayLines(lines, io));
    return 2;
  };
  if ('problem' in asked) return refuse(thing.sayProblem(asked.problem));
  const planned = thing.plan(asked.name, repositoryAt(root));
  if (!planned.ok) return refuse(planned.error);
  // All before the first is written: what cannot be laid out must not leave half of it.
  const files = await Promise.all(
    planned.value.map(async ({ path, text }) => ({ path, text: await format(text, join(root, path)) })),
  );
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    } catch (error) {
      io.err(sayLines(thing.sayUnwritable(path, troubleOf(error)), io));
      return 3;
    }
    io.out(`${path}\n`);
  }
  io.out(sayLines(thing.sayDone(asked.name), io));
  return 0;
}

const repositoryAt = (root: string): Repository => ({
  exists: (path) => existsSync(join(root, path)),
  read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined),
});
