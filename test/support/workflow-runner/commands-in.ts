/** The commands that the runner takes from what a step prints (actions/runner, ActionCommand.cs and ActionCommandManager.cs). */
export function commandsIn(log: string): readonly string[] {
  const commands: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split('\n')) {
    const [, name, text = ''] =
      /^\s*::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? /##\[([\w-]+)[^\]]*\](.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
    } else if (name === 'stop-commands') stopped = text;
    else commands.push(`${name} ${text}`);
  }
  return commands;
}
