import type { ExecFact } from '../../../evidence/facts';
import type { ExecRequest } from '../../../evidence/request';

/** What a command did, as far as it was seen. */
export interface Ran {
  readonly fact: ExecFact;
  readonly request: ExecRequest;
}

/** As the author wrote it, cut to a showable length. */
export function commandLine({ command }: Pick<ExecRequest, 'command'>): string {
  const [shell, option, script] = command;
  const line = shell === 'sh' && option === '-c' && script !== undefined ? script : command.join(' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
