import { resolve } from 'node:path';
import { loadLabs } from '../../../src/grading/load-labs';
import type { Lab } from '../../../src/spec/lab';

const folder = resolve(__dirname, '../../../labs');

/** A lab of this repository, as it is graded. */
export function loadShippedLab(id: string): Lab {
  const labs = loadLabs([id], folder, folder);
  if (!labs.ok) throw new Error(labs.error.map(({ code }) => code).join(', '));
  return labs.value[0].lab;
}
