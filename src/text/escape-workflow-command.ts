import { escapeTerminal } from './escape-terminal';

/** One workflow command of GitHub's runner: a line `::error file=a,line=1::text`. */
export interface WorkflowCommand {
  readonly command: 'error' | 'warning' | 'notice';
  readonly properties: Readonly<Record<string, string | number>>;
  /** May have several lines. */
  readonly text: string;
}

/**
 * Writes a command on one line; whatever its values are, they stay values. The runner undoes `%0A` after it has cut the line into command, properties and
 * text (actions/runner, ActionCommand.cs).
 */
export function workflowCommand({ command, properties, text }: WorkflowCommand): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${asProperty(String(value))}`);
  return `::${command} ${pairs.join(',')}::${asData(text)}\n`;
}

const asData = (text: string): string =>
  escapeTerminal(text, { multiline: true }).replace(/%/g, '%25').replace(/\n/g, '%0A');

const asProperty = (text: string): string => asData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

// The runner skips blanks before it looks for `::`, so that no indent protects.
const commandStart = /^([^\S\n]*):(?=:)/gm;

/**
 * Makes sure that no line of a text for people is taken for a command by a runner that prints it: a line that begins with `::` gets a ratio sign for its first
 * colon, which looks the same and is as wide. (The runner's older form, `##[`, counts anywhere in a line; `escapeTerminal` has seen to it.)
 */
export const withoutCommands = (lines: string): string => lines.replace(commandStart, '$1\u2236');
