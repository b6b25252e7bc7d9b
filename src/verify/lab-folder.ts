import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lab } from '../spec/lab';
import { decodeLeniently } from '../text/decode-text';
import { ok, type Result } from '../text/result';
import { parseEquivalent, type EquivalentProblem } from './mutants/parse-equivalent';
import type { Equivalent } from './proof';

/** What lies beside a lab to prove it, by paths below its folder. */
export const referenceEvidence = join('sessions', 'reference.evidence.json');
const equivalentFile = join('sessions', 'equivalent.yaml');

/** The equivalent mutants that the lab declares; none without the file. `path` is that of `lab.yaml`. */
export function readEquivalent(path: string, lab: Lab): Result<readonly Equivalent[], EquivalentProblem> {
  const text = textOf(join(dirname(path), equivalentFile));
  return text === undefined ? ok([]) : parseEquivalent(text, join(dirname(lab.file), equivalentFile), lab);
}

function textOf(path: string): string | undefined {
  try {
    return decodeLeniently(readFileSync(path));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return undefined;
    throw error;
  }
}
