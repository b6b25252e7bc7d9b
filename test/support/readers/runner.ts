/** What GitHub's runner makes of a line of a step's output. */
export interface RunnerCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The commands in a step's output by the rules of the runner (actions/runner, src/Runner.Common/ActionCommand.cs): `::name key=value,…::text`, blanks before it
 * skipped; else the older `##[name key=value;…]text` from wherever in the line it begins. Stricter than the runner in that any name counts.
 */
export const commandsIn = (output: string): readonly RunnerCommand[] =>
  output.split(/\r\n|\r|\n/).flatMap((line) => newForm(line) ?? oldForm(line) ?? []);

function newForm(line: string): RunnerCommand | undefined {
  const text = line.replace(/^[\s\x85]+/, '');
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  return commandOf(text.slice(2, end), ',', text.slice(end + 2), unescape);
}

function oldForm(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), ';', line.slice(end + 1), (text) => text);
}

function commandOf(
  info: string,
  separator: string,
  text: string,
  read: (text: string) => string,
): RunnerCommand {
  const [command = '', ...rest] = info.split(' ');
  const pairs = rest
    .join(' ')
    .split(separator)
    .map((pair) => pair.split(/=(.*)/s))
    .filter(([key, value]) => key !== '' && value !== undefined && value !== '')
    .map(([key = '', value = '']) => [key, unescapeProperty(value)] as const);
  return { command, properties: Object.fromEntries(pairs), text: read(text) };
}

// In the runner's own order.
const unescape = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

const unescapeProperty = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
