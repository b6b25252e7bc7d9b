import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Stub } from './run-job';

/** Artifacts of one run, in a folder: one folder each. */
export class Artifacts {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  readonly upload: Stub = (input, { workspace }) => {
    const { name = '', path = '', overwrite } = input;
    const from = resolve(workspace, path);
    const to = join(this.folder, name);
    // Folders alone are no artifact.
    if (!hasFiles(from)) {
      if (input['if-no-files-found'] === 'error') throw new Error(`No files: ${path}`);
      return;
    }
    // As the service answers: 409, conflict.
    if (existsSync(to) && overwrite !== 'true') throw new Error(`There is an artifact ${name}.`);
    rmSync(to, { recursive: true, force: true });
    cpSync(from, statSync(from).isFile() ? join(to, basename(from)) : to, { recursive: true });
  };

  /** By `name` into the folder; by `pattern` (`prefix-*`) each into a folder of its own. */
  readonly download: Stub = ({ name, pattern, path = '' }, { workspace }) => {
    const to = resolve(workspace, path);
    if (name !== undefined) {
      cpSync(join(this.folder, name), to, { recursive: true });
      return;
    }
    const prefix = (pattern ?? '*').replace(/\*$/, '');
    for (const found of this.names().filter((one) => one.startsWith(prefix)))
      cpSync(join(this.folder, found), join(to, found), { recursive: true });
  };

  names(): readonly string[] {
    return readdirSync(this.folder).sort();
  }
}

function hasFiles(path: string): boolean {
  if (!existsSync(path)) return false;
  return statSync(path).isFile() || readdirSync(path).some((name) => hasFiles(join(path, name)));
}

/** The repository of the student into the workspace, or another one, by its name, into a folder of it. */
export const checkout =
  (repositories: Readonly<Record<string, string>>): Stub =>
  ({ repository = '', path = '' }, { workspace }) => {
    const from = repositories[repository];
    if (from === undefined) throw new Error(`No repository ${repository}.`);
    // A release is large, and nobody writes into it.
    if (repository !== '') symlinkSync(from, join(workspace, path), 'dir');
    else cpSync(from, join(workspace, path), { recursive: true, verbatimSymlinks: true });
  };
