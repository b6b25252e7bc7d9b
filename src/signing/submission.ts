type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What GitHub Actions says is graded: `owner/repository@commit`, or the run where there is no commit. The repository belongs to it, since
 * copies of a template begin with the same commits.
 */
export function submissionFrom(env: Environment): string | undefined {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_RUN_ID: run } = env;
  if (commit) return repository ? `${repository}@${commit}` : commit;
  if (run) return repository ? `${repository}#${run}` : run;
  return undefined;
}
