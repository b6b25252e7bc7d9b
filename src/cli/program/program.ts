import { Command } from 'commander';
import { graderVersion } from '../../grading/version';
import { addClassCommands } from './class-commands';
import type { CommandParts } from './command-parts';
import { addGradingCommands } from './grading-commands';
import { addLabCommands } from './lab-commands';
import { addReportCommands } from './report-commands';

/**
 * All that the command line takes. Commands are loaded when they are called: grading must not pay for what it does not use. So is help: `askHelp` is told of
 * which command it is asked, and how wide, and has to print it.
 */
export function createProgram(
  parts: CommandParts,
  {
    sayError,
    askHelp,
  }: {
    readonly sayError: (says: string) => void;
    readonly askHelp: (help: AskedHelp) => void;
  },
): Command {
  const vigie = new Command('vigie')
    .description('Grades Docker labs: looks at this machine’s Docker host and explains every verdict.')
    .version(graderVersion)
    .exitOverride()
    .configureOutput({ outputError: sayError })
    .configureHelp({
      formatHelp: (command, { helpWidth }) => {
        askHelp({ command, width: helpWidth ?? 80 });
        return '';
      },
    })
    .showSuggestionAfterError();
  addGradingCommands(vigie, parts);
  addReportCommands(vigie, parts);
  addLabCommands(vigie, parts);
  addClassCommands(vigie, parts);
  return vigie;
}

/** Of which command help was asked, and the columns of where it goes. */
export interface AskedHelp {
  readonly command: Command;
  readonly width: number;
}
