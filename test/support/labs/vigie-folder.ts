import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPackage } from '../../../scripts/build';

const root = resolve(__dirname, '../../..');

/** The package as it is installed, built from the sources at hand. */
export interface VigieFolder extends Disposable {
  readonly path: string;
  readonly main: string;
}

export async function makeVigieFolder(): Promise<VigieFolder> {
  const path = mkdtempSync(join(tmpdir(), 'vigie-labs-'));
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'), 'dir');
  for (const name of ['package.json', 'graders', 'labs'])
    cpSync(join(root, name), join(path, name), { recursive: true });
  await buildPackage(join(path, 'dist'));
  return {
    path,
    main: join(path, 'dist', 'cli', 'main.js'),
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
