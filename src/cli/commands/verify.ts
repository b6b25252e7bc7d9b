import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Evidence } from '../../evidence/evidence';
import { readEvidence, saveEvidence } from '../../grading/evidence-file';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { loadLabs, type LoadedLab } from '../../grading/load-labs';
import { writeWhole } from '../../grading/write-file';
import { formatProblems } from '../../spec/format-problems';
import { escapeTerminal } from '../../text/terminal';
import { readEquivalent, referenceEvidence } from '../../verify/lab-folder';
import { withPlayed } from '../../verify/mutants/kills';
import type { EquivalentProblem } from '../../verify/mutants/parse-equivalent';
import { proveMutants } from '../../verify/mutants/prove-mutants';
import { isProved, type MutantProof } from '../../verify/proof';
import { proofText } from '../../verify/report/terminal';
import { words } from '../../verify/report/words';
import type { PlayedLab } from '../../verify/sessions/play-lab';
import { endOnInterrupt } from '../ending';
import type { Io } from '../io';
import { sayFileProblem } from '../say';
import { textOfTrouble, troubleOf } from '../../text/file-trouble';

export interface VerifyOptions {
  readonly labs: string;
  /** Also play all sessions on a disposable engine. */
  readonly sessions?: boolean;
  /** Play the reference session, and keep what it leaves as the lab's reference evidence. */
  readonly update?: boolean;
  /** Also write what was proved to this file, for programs. */
  readonly json?: string;
}

/**
 * `vigie verify`: tries labs with wrong hosts that are made from the evidence of their reference session, and on demand plays their sessions.
 * Exit codes: 0 proved, 1 not proved, 2 a lab or the command line is wrong, 3 could not.
 */
export async function verify(names: readonly string[], options: VerifyOptions, io: Io): Promise<ExitCode> {
  const labs = loadLabs(names, options.labs, io.cwd);
  if (!labs.ok) {
    io.err(formatProblems(labs.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const release = endOnInterrupt(io.language, 'stopped');
  const played = await play(labs.value, options, io).finally(release);
  if (typeof played === 'number') return played;
  const proofs: MutantProof[] = [];
  let code: ExitCode = exitCodes.reached;
  for (const loaded of labs.value) {
    const proof = proveLab(loaded, played.get(loaded.lab.id), options.update === true, io);
    if (typeof proof === 'number') {
      code = worse(code, proof);
      continue;
    }
    proofs.push(proof);
    io.out(proofText(loaded.lab, proof, io.language, names.length > 0));
    if (!isProved(proof)) code = worse(code, exitCodes.below);
  }
  return options.json === undefined || writeProofs(options.json, proofs, io)
    ? code
    : worse(code, exitCodes.incomplete);
}

async function play(
  labs: readonly LoadedLab[],
  { sessions, update }: VerifyOptions,
  io: Io,
): Promise<ReadonlyMap<string, PlayedLab> | ExitCode> {
  if (sessions !== true && update !== true) return new Map();
  const { playSessions } = await import('../play-sessions.js');
  const played = await playSessions(labs, sessions !== true, io);
  if (typeof played !== 'string') return played;
  return played === 'unreadable' ? exitCodes.usage : exitCodes.incomplete;
}

/** With what was played just now, else with what the lab keeps of an earlier time. */
function proveLab(
  loaded: LoadedLab,
  played: PlayedLab | undefined,
  update: boolean,
  io: Io,
): MutantProof | ExitCode {
  const { lab, path } = loaded;
  const equivalent = readEquivalent(path, lab);
  if (!equivalent.ok) {
    io.err(sayEquivalentProblem(equivalent.error, io));
    return exitCodes.usage;
  }
  const file = join(dirname(path), referenceEvidence);
  if (update && played?.reference) {
    const saved = saveEvidence(file, played.reference);
    if (!saved.ok) {
      io.err(sayFileProblem(saved.error, io));
      return exitCodes.incomplete;
    }
  }
  const evidence = played?.reference ?? keptEvidence(loaded, file, io);
  if (typeof evidence === 'number') return evidence;
  const proof = proveMutants(lab, evidence, equivalent.value);
  if (!played) return proof;
  return {
    ...proof,
    assertions: withPlayed(lab, proof.assertions, played.wrong),
    sessions: played.sessions,
  };
}

function keptEvidence({ lab }: LoadedLab, file: string, io: Io): Evidence | ExitCode {
  if (!existsSync(file)) {
    const shown = join(dirname(lab.file), referenceEvidence);
    io.err(`${escapeTerminal(`${lab.id}: ${words[io.language].noEvidence(shown)}`)}\n`);
    return exitCodes.below;
  }
  const evidence = readEvidence(file);
  if (evidence.ok) return evidence.value;
  io.err(sayFileProblem(evidence.error, io));
  return exitCodes.usage;
}

function writeProofs(file: string, proofs: readonly MutantProof[], io: Io): boolean {
  try {
    writeWhole(file, `${JSON.stringify(proofs, null, 1)}\n`);
    return true;
  } catch (error) {
    io.err(`${escapeTerminal(`${file}: ${textOfTrouble(troubleOf(error), io.language)}`)}\n`);
    return false;
  }
}

function sayEquivalentProblem({ code, file, entry, detail }: EquivalentProblem, io: Io): string {
  const place = entry === undefined ? file : `${file} [${entry}]`;
  return `${escapeTerminal(`${place}: ${words[io.language].badEquivalent[code](detail)}`)}\n`;
}

const worse = (a: ExitCode, b: ExitCode): ExitCode => Math.max(a, b) as ExitCode;
