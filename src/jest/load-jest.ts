import type * as Jest from '@jest/core';

/**
 * Jest decides when it is loaded whether somebody looks at it, and would then write "Determining test suites to run..." on the student's terminal.
 * What they look at is our report. Loaded late, since other commands do without it.
 */
export function loadJest(env: NodeJS.ProcessEnv): typeof Jest {
  const terminal = env['TERM'];
  env['TERM'] = 'dumb';
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() is the slower loader
    return require('@jest/core') as typeof Jest;
  } finally {
    if (terminal === undefined) delete env['TERM'];
    else env['TERM'] = terminal;
  }
}
