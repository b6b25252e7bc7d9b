import { Option, type Command } from 'commander';
import type { ExitCode } from '../../grading/exit-code';
import type { Language } from '../../text/language';
import { optionValues, type OptionValues } from './option-values';

/** What a command line holds when it names the language. */
export interface LangFlag {
  readonly lang?: string;
}

/** What the commands have in common. */
export interface CommandParts {
  readonly language: () => Option;
  /** Adds the options that choose an engine. */
  readonly onEngine: (command: Command) => Command;
  readonly values: OptionValues;
  readonly finish: (code: ExitCode) => void;
}

/** `finish` is told the exit code of the command that was called. */
export const commandParts = (language: Language, finish: (code: ExitCode) => void): CommandParts => ({
  language: () => new Option('--lang <language>', 'language of the report').choices(['fr', 'en']),
  onEngine: (command) =>
    command
      .option('--host <url>', 'the engine, as DOCKER_HOST names it')
      .option('--context <name>', 'the engine of this docker context'),
  values: optionValues(language),
  finish,
});
