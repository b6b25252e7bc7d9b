import { readSigningKeyFile } from '../grading/key-files';
import type { Signing } from '../grading/sign-report';
import { readSigningKey, type SigningKey } from '../signing/keys';
import type { SigningProblem } from '../signing/problem';
import { submissionFrom } from '../signing/submission';
import { err, ok, type Result } from '../text/result';
import type { Io } from './io';
import type { ReportWish } from './report-wish';
import { saySigningProblem } from './signing-words';

const variable = 'VIGIE_SIGNING_KEY';

/** `--sign [FILE]` and `--signed-for ID`, as the command line gives them. */
export interface SigningFlags {
  readonly sign?: string | boolean;
  readonly signedFor?: string;
}

/**
 * How the reports of a run are signed; nothing where nobody asked for it. An environment with a key is no reason to refuse a run
 * that writes no JSON, but `--sign` is.
 */
export function signingFrom(
  { sign, signedFor }: SigningFlags,
  reports: readonly ReportWish[],
  io: Pick<Io, 'env' | 'err' | 'language' | 'columns'>,
): Result<Signing | undefined, SigningProblem> {
  if (sign !== undefined && !reports.some(({ format }) => format === 'json'))
    return err({ code: 'key.no-report', args: {} });
  const key = keyFrom(sign, io.env);
  if (key && !key.ok) return key;
  const names = signedFor ?? submissionFrom(io.env);
  if (key) return ok({ key: key.value, ...(names !== undefined && { submission: names }) });
  // A run of a fork has no secrets, and is graded all the same.
  if (signedFor !== undefined) io.err(saySigningProblem({ code: 'key.none', args: {} }, io));
  return ok(undefined);
}

function keyFrom(
  sign: string | boolean | undefined,
  env: Io['env'],
): Result<SigningKey, SigningProblem> | undefined {
  if (typeof sign === 'string') return readSigningKeyFile(sign);
  const pem = env[variable];
  if (pem) return readSigningKey(pem, variable);
  return sign === true ? err({ code: 'key.none', args: {} }) : undefined;
}
