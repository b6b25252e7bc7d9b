import type { ContainerInspect } from '../../../evidence/docker';
import type { LogsFact } from '../../../evidence/facts';
import { stripTerminal } from '../../../text/terminal';
import { commandsOf, formatCommand } from '../../../text/console/commands';
import { failureOf, type Failure } from '../../../text/console/failure';
import { readConsole } from '../../../text/console/read-console';
import type { Cut } from '../../attribute';

/** A command of a typed line; `failure` is the line that says that it did not do its work. */
export interface RanCommand {
  readonly command: string;
  readonly failure?: Failure;
  /** No prompt stands behind it yet. */
  readonly runs?: true;
}

/** What was typed in a container's terminal, oldest first. */
export interface ConsoleSeen {
  readonly typed: readonly string[];
  readonly ran: readonly RanCommand[];
  readonly python: readonly string[];
  /** Not all that was typed is known. */
  readonly cut?: Cut;
}

/** `widths`: all that the terminal has had, where they are known. */
export function consoleOf(
  fact: LogsFact,
  mainProcess: string | undefined,
  widths: readonly number[] | undefined,
): ConsoleSeen {
  if (!fact.tty) return { typed: [], ran: [], python: [] };
  const isDash = /(^|\/)(sh|dash|ash)$/.test(mainProcess ?? '');
  const turns = readConsole(fact.stdout, { isDash, widths });
  const shell = turns.filter(({ at }) => at === 'shell');
  const ran = shell.flatMap(({ line = '', output, isOver }): RanCommand[] => {
    const commands = commandsOf(line);
    if (commands.length === 0) return [];
    const shown = stripTerminal(output);
    return commands.map((command) => {
      const failure = failureOf(command, shown, { isOver });
      return {
        command: formatCommand(command),
        ...(failure !== undefined && { failure }),
        ...(!isOver && { runs: true as const }),
      };
    });
  });
  const cut = cutOf(
    fact,
    turns.some(({ line }) => line === undefined),
  );
  return {
    typed: shell.flatMap(({ line }) => line?.split('\n') ?? []),
    ran,
    python: turns.flatMap(({ at, line }) => (at === 'python' ? (line?.split('\n') ?? []) : [])),
    ...(cut && { cut }),
  };
}

function cutOf(fact: LogsFact, isUnclear: boolean): Cut | undefined {
  if (fact.startLost === true) return { why: 'rotated' };
  if (fact.truncated && fact.omitted !== 'output') return true;
  return isUnclear ? { why: 'unclear' } : undefined;
}

/** Drivers whose logs can be read: where they are not, something else is the matter. */
const readable = new Set(['json-file', 'local', 'journald', 'k8s-file']);

/** The log driver that keeps nothing to be read. */
export function mutingDriverOf(inspect: ContainerInspect): string | undefined {
  // The raw document is kept whole; the narrow type only names the fields that most kinds read.
  const { HostConfig: host } = inspect as { HostConfig?: { LogConfig?: { Type?: unknown } } };
  const driver = host?.LogConfig?.Type;
  return typeof driver === 'string' && !readable.has(driver) ? driver : undefined;
}
