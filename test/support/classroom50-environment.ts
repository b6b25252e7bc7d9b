/** What Classroom 50's runner hands to an autograder (`runner.py`, `run_entrypoint`). */
export const classroom50Environment = {
  PAGES_BASE_URL: 'https://example.github.io/classroom50',
  CLASSROOM: 'docker-f26',
  ASSIGNMENT: 'lab2',
  ASSIGNMENT_TYPE: 'individual',
  USERNAME: 'alice',
  OWNER: 'alice',
  SUBMISSION_TAG: 'submit/2026-10-01T10-00-00Z-abc1234',
  COMMIT_URL: 'https://github.com/example/docker-f26-lab2-alice/commit/abc1234',
  RELEASE_URL: 'https://github.com/example/docker-f26-lab2-alice/releases/tag/submit%2F2026',
  REVIEW_URL: 'https://github.com/example/docker-f26-lab2-alice/compare/0000000...abc1234',
  GITHUB_ACTOR: 'alice',
  GITHUB_ACTOR_ID: '4711',
} as const;
