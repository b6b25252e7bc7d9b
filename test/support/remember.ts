import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventMemory, type MemoryOptions } from '../../src/state/event-memory';
import type { EventMemory } from '../../src/collect/looking';

/** Folders in which runs of a test remember things, as a user's own do. */
export interface Memories extends Disposable {
  readonly home: string;
  readonly temporary: string;
  /** What a new run would remember. */
  readonly open: (more?: Pick<MemoryOptions, 'onCorrupt' | 'onUnwritten'>) => EventMemory;
  /** The student tidies up. */
  readonly deleteState: () => void;
}

export function memories(): Memories {
  const root = mkdtempSync(join(tmpdir(), 'vigie-memory-'));
  const home = join(root, 'home');
  const temporary = mkdtempSync(join(root, 'tmp-'));
  return {
    home,
    temporary,
    open: (more = {}) => openEventMemory({ env: {}, home, temporary, ...more }),
    deleteState: () => {
      rmSync(home, { recursive: true, force: true });
    },
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
