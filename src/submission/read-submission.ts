import { createHash } from 'node:crypto';
import { sessionProblemText } from '../cleanroom';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';
import { leadOf } from './kind';
import { readFiles } from './read-files';
import { sessionOf } from './session-of';
import type { Submission, SubmissionFile, SubmissionProblem } from './submission';

/** Reads what was handed in, a file or a folder; nothing of it is run. `language` is that of what is wrong with a session. */
export function readSubmission(path: string, language: Language): Result<Submission, SubmissionProblem> {
  const read = readFiles(path);
  if (!read.ok) return read;
  const { files } = read.value;
  const lead = leadOf(files, { path, isFolder: read.value.isFolder });
  if (!lead.ok) return lead;
  const session = sessionOf(lead.value);
  if (!session.ok) {
    const lines = session.error
      .slice(0, 5)
      .map((problem) => `${lead.value.file.path}:${problem.line}: ${sessionProblemText(problem, language)}`);
    return err({ code: 'submission.bad-session', args: { path, detail: lines.join(' · ') } });
  }
  return ok({ kind: lead.value.kind, files, session: session.value, sha256: hashOf(files) });
}

/** Names and lengths are in it: the same bytes divided otherwise are another submission. */
function hashOf(files: readonly SubmissionFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes, isExecutable } of files)
    hash.update(`${JSON.stringify([path, isExecutable, bytes.length])}\n`).update(bytes);
  return hash.digest('hex');
}
