/** What a roster is made of; `docs/class.md` explains each. */
export const rosterKeys = ['version', 'labs', 'students'] as const;
export const sourceKinds = ['report', 'evidence', 'engine', 'submission'] as const;
export const entryKeys = ['id', 'email', 'section', ...sourceKinds, 'answers'] as const;

/** A result's file is named by it. */
export const idPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
