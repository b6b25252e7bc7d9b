import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEvidence } from '../../grading/evidence-file';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { loadLabs, type LoadedLab } from '../../grading/load-labs';
import { formatProblems } from '../../spec/format-problems';
import { escapeTerminal } from '../../text/terminal';
import { readEquivalent, referenceEvidence } from '../../verify/lab-folder';
import type { EquivalentProblem } from '../../verify/mutants/parse-equivalent';
import { proveMutants } from '../../verify/mutants/prove-mutants';
import { isProved, type MutantProof } from '../../verify/proof';
import { proofText } from '../../verify/report/terminal';
import { words } from '../../verify/report/words';
import type { Io } from '../io';
import { sayFileProblem } from '../say';

export interface VerifyOptions {
  readonly labs: string;
  /** Also write what was proved to this file, for programs. */
  readonly json?: string;
}

/** `vigie verify`: tries labs with wrong hosts that are made from the evidence of their reference session; needs no engine. */
export function verify(names: readonly string[], options: VerifyOptions, io: Io): ExitCode {
  const labs = loadLabs(names, options.labs, io.cwd);
  if (!labs.ok) {
    io.err(formatProblems(labs.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const proofs: MutantProof[] = [];
  let code: ExitCode = exitCodes.reached;
  for (const loaded of labs.value) {
    const proof = proveLab(loaded, io);
    if (typeof proof === 'number') {
      code = worse(code, proof);
      continue;
    }
    proofs.push(proof);
    io.out(proofText(loaded.lab, proof, io.language, names.length > 0));
    if (!isProved(proof)) code = worse(code, exitCodes.below);
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(proofs, null, 1)}\n`);
  return code;
}

function proveLab({ lab, path }: LoadedLab, io: Io): MutantProof | ExitCode {
  const equivalent = readEquivalent(path, lab);
  if (!equivalent.ok) {
    io.err(sayEquivalentProblem(equivalent.error, io));
    return exitCodes.usage;
  }
  const file = join(dirname(path), referenceEvidence);
  if (!existsSync(file)) {
    const shown = join(dirname(lab.file), referenceEvidence);
    io.err(`${escapeTerminal(`${lab.id}: ${words[io.language].noEvidence(shown)}`)}\n`);
    return exitCodes.below;
  }
  const evidence = readEvidence(file);
  if (!evidence.ok) {
    io.err(sayFileProblem(evidence.error, io));
    return exitCodes.usage;
  }
  return proveMutants(lab, evidence.value, equivalent.value);
}

function sayEquivalentProblem({ code, file, entry, detail }: EquivalentProblem, io: Io): string {
  const place = entry === undefined ? file : `${file} [${entry}]`;
  return `${escapeTerminal(`${place}: ${words[io.language].badEquivalent[code](detail)}`)}\n`;
}

const worse = (a: ExitCode, b: ExitCode): ExitCode => Math.max(a, b) as ExitCode;
