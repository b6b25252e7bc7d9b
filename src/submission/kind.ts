import { decodeLeniently } from '../text/decode-text';
import { err, ok, type Result } from '../text/result';
import type { SubmissionFile, SubmissionKind, SubmissionProblem } from './submission';

/** Which file of a submission says what is done, and how. */
export interface Lead {
  readonly kind: SubmissionKind;
  readonly file: SubmissionFile;
}

const composeNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/**
 * What kind of submission these files are: told by names, of a single file also by what is in it. Of a folder only what lies at its top counts, in
 * this order: a session, `submission.sh`, a compose file, a Dockerfile, any other script (beside a Dockerfile that is usually an entry point).
 */
export function leadOf(
  files: readonly SubmissionFile[],
  { path, isFolder }: { readonly path: string; readonly isFolder: boolean },
): Result<Lead, SubmissionProblem> {
  const problem = (code: SubmissionProblem['code'], detail = ''): Result<never, SubmissionProblem> =>
    err({ code, args: { path, detail } });
  const top = files.filter((file) => !file.path.includes('/'));
  const orders: readonly (readonly [SubmissionKind, (file: SubmissionFile) => boolean])[] = [
    ['session', ({ path: name }) => name.endsWith('.session')],
    ['script', ({ path: name }) => name === 'submission.sh'],
    ['compose', ({ path: name }) => composeNames.includes(name)],
    ['dockerfile', ({ path: name }) => name === 'Dockerfile'],
    ['script', (file) => file.path.endsWith('.sh') || isShellScript(file)],
  ];
  for (const [kind, is] of orders) {
    const found = top.filter(is);
    const [file, ...others] = found;
    if (others.length > 0) return problem('submission.ambiguous', found.map((one) => one.path).join(', '));
    if (file) return ok({ kind, file });
  }
  const [only] = files;
  // What is called otherwise may still be a session: its lines say.
  return !isFolder && only && looksLikeSession(textOf(only))
    ? ok({ kind: 'session', file: only })
    : problem('submission.unknown-kind');
}

/** A shell that is to run it reads its bytes as they are: a script in UTF-16 is none. */
const isShellScript = (file: SubmissionFile): boolean =>
  /^#!\s*\/\S*?(?:\/env\s+)?(?:ba|da)?sh\b/.test(new TextDecoder().decode(file.bytes.subarray(0, 200)));

const looksLikeSession = (text: string): boolean =>
  !text.includes('\0') && /^\s*(?:[$#>] |<[A-Za-z-]+>)/m.test(text);

export const textOf = ({ bytes }: SubmissionFile): string => decodeLeniently(bytes);
