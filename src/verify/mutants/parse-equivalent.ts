import { readYaml } from '../../spec/yaml/read-yaml';
import { makeSource } from '../../spec/source';
import type { Lab } from '../../spec/lab';
import { isJsonObject, type Json } from '../../text/json';
import { err, ok, type Result } from '../../text/result';
import type { Equivalent } from '../proof';
import { mutantCodes, type MutantCode } from './codes';

/** Why a list of equivalent mutants cannot be used; `entry` counts from 1. */
export interface EquivalentProblem {
  readonly code: 'yaml' | 'not-a-list' | 'entry' | 'unknown-check' | 'unknown-mutant' | 'no-reason';
  readonly file: string;
  readonly entry?: number;
  readonly detail: string;
}

/** Reads `sessions/equivalent.yaml`: a list of `{ check, mutant, assertion?, reason }`. */
export function parseEquivalent(
  text: string,
  file: string,
  lab: Lab,
): Result<readonly Equivalent[], EquivalentProblem> {
  const { tree, problems } = readYaml(makeSource(text, file));
  const [syntax] = problems;
  if (!tree || syntax)
    return err({ code: 'yaml', file, detail: syntax ? `${syntax.code}, ${syntax.at?.line ?? 1}` : '' });
  if (!Array.isArray(tree.json)) return err({ code: 'not-a-list', file, detail: '' });
  const checks = lab.tasks.flatMap((task) => task.checks.map(({ id }) => id));
  const equivalents: Equivalent[] = [];
  for (const [index, item] of (tree.json as readonly Json[]).entries()) {
    const problem = (code: EquivalentProblem['code'], detail: string) =>
      err({ code, file, entry: index + 1, detail });
    if (!isJsonObject(item)) return problem('entry', '');
    const { check, mutant, assertion, reason } = item;
    if (typeof check !== 'string' || !checks.includes(check))
      return problem('unknown-check', String(check ?? ''));
    if (!isCode(mutant)) return problem('unknown-mutant', String(mutant ?? ''));
    if (typeof reason !== 'string' || reason.trim() === '') return problem('no-reason', `${check} ${mutant}`);
    equivalents.push({
      check,
      mutant,
      reason: reason.trim(),
      ...(typeof assertion === 'string' && { assertion }),
    });
  }
  return ok(equivalents);
}

const isCode = (value: Json | undefined): value is MutantCode => mutantCodes.some((code) => code === value);
