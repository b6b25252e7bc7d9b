import { kinds } from '../../../checks/registry';
import type { ExecFact } from '../../../evidence/facts';
import type { ExecRequest } from '../../../evidence/request';
import type { MutantCode } from '../codes';
import { retells, type Host } from '../host';
import type { Generator, Target, Wrong } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

/** No such program, another exit code with the same output, no output, no end, or any other output. */
export const wrongExecs: Generator = (target) => {
  const request = execOf(target);
  if (!request) return [];
  const { keys } = target.check;
  const change = (host: Host, to: (fact: ExecFact) => ExecFact): Host =>
    retells(host, request, (fact) => fact && to(fact));
  const ran = (code: MutantCode, to: (fact: ExecFact) => ExecFact, assertion?: string): Wrong => ({
    code,
    ...(assertion !== undefined && { assertion }),
    change: (host) => change(host, to),
  });
  const writers: Writers<ExecFact> = {
    stdout: (fact, value) => ({ ...fact, stdout: String(value ?? '') }),
    stderr: (fact, value) => ({ ...fact, stderr: String(value ?? '') }),
  };
  return [
    ran('exec.not-found', (fact) => ({ ...fact, exitCode: 127, stdout: '', stderr: 'sh: 1: not found\n' })),
    // Without a deadline of the check's own it is not known what the command would still have done.
    ...('deadline' in keys ? [ran('exec.never-ends', (fact) => ({ ...fact, exitCode: null }))] : []),
    ...('exit-code' in keys
      ? [ran('exec.exit-code', (fact) => ({ ...fact, exitCode: fact.exitCode === 1 ? 0 : 1 }), 'exit-code')]
      : []),
    ...('stdout' in keys ? [ran('exec.no-output', (fact) => ({ ...fact, stdout: '' }), 'stdout')] : []),
    ...writeWrongValues(target, writers, change),
  ];
};

/** The kind itself knows what it asks. */
const execOf = ({ check, lab }: Target): ExecRequest | undefined =>
  kinds['exec']?.needs({ check, lab }).find((request): request is ExecRequest => request.fact === 'exec');
