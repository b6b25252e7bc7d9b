import { join } from 'node:path';

/** Where Vigie keeps what it remembers of earlier runs: `$VIGIE_STATE`, else where this system's programs keep their state. */
export function stateFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const { VIGIE_STATE: own, XDG_STATE_HOME: xdg } = env;
  if (own) return own;
  return xdg ? join(xdg, 'vigie') : join(home, '.local', 'state', 'vigie');
}
