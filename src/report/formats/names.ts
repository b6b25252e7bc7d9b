/** The names that `--report` takes; apart from the formats themselves, which are loaded when one is asked for. */
export const formatNames = ['terminal', 'json'] as const;
export type FormatName = (typeof formatNames)[number];
