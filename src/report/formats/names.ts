/** The names that `--report` takes; apart from the formats themselves, which are loaded when one is asked for. */
export const formatNames = [
  'terminal',
  'json',
  'html',
  'badge',
  'markdown',
  'github',
  'junit',
  'ctrf',
  'tap',
  'csv',
  'classroom50',
  'classroom',
  'gradescope',
  'prairielearn',
  'check50',
] as const;
export type FormatName = (typeof formatNames)[number];
