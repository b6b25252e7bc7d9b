import type { Command } from 'commander';

/**
 * `help class grade` as `class help grade`: commander's own command of help looks at one name, and would show the help of the group. Words behind a command
 * that is no group are left as they are.
 */
export function nestedHelp(words: readonly string[], program: Command): readonly string[] {
  const [first, group = '', wanted = '', ...others] = words;
  const isGroup = program.commands.some((command) => command.name() === group && command.commands.length > 0);
  return first === 'help' && isGroup && wanted !== '' && !wanted.startsWith('-')
    ? [group, 'help', wanted, ...others]
    : words;
}
