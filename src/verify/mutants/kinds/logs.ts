import { consoleOf } from '../../../checks/kinds/logs/console';
import { isCommand, commandsOf } from '../../../text/console/commands';
import { containerRef } from '../../../evidence/container-ref';
import type { LogsFact } from '../../../evidence/facts';
import type { Json } from '../../../text/json';
import { isPatternText, parsePattern } from '../../../text/pattern';
import { stripTerminal } from '../../../text/terminal';
import type { MutantCode } from '../codes';
import { retells, told } from '../host';
import type { Generator, Wrong } from '../mutant';
import { has, leavesOf } from '../wrong-values';

/** An empty log, one without the lines that the check looks for, and one with what it forbids. */
export const wrongLogs: Generator = (target) => {
  const { check, host } = target;
  const container = containerRef(check.subject);
  const main = told(host, { fact: 'container', name: container })?.Path;
  const logs = (code: MutantCode, assertion: string, change: (text: string) => string): Wrong => ({
    code,
    assertion,
    change: (before) =>
      retells(before, { fact: 'logs', container }, (fact) => fact && rewritten(fact, assertion, change)),
  });
  return Object.entries(check.keys).flatMap(([key, expected]) => {
    if (key === 'exists') return [];
    if (has(expected, 'not', 'none'))
      return leavesOf(expected).map((leaf) =>
        logs('value.unwanted', key, (text) => `${text}${prompts[key] ?? ''}${String(leaf)}\n`),
      );
    const isWanted = lineTest(key, expected, main);
    return [
      logs('logs.empty', key, () => ''),
      logs('logs.no-line', key, (text) =>
        text
          .split('\n')
          .filter((line) => !isWanted(line))
          .join('\n'),
      ),
    ];
  });
};

/** A terminal's session without its control sequences: what is left reads the same. Of a long log what is kept stands for all of it. */
function rewritten(log: LogsFact, assertion: string, change: (text: string) => string): LogsFact {
  const { searched: _, omitted: __, ...kept } = log;
  const fact: LogsFact = { ...kept, truncated: false };
  const stdout = fact.tty ? stripTerminal(fact.stdout) : fact.stdout;
  if (assertion === 'stderr') return { ...fact, stderr: change(fact.stderr) };
  const both = assertion === 'output' ? { stderr: change(fact.stderr) } : {};
  return { ...fact, stdout: change(stdout), ...both };
}

const prompts: Readonly<Record<string, string>> = {
  typed: 'root@0123456789ab:/# ',
  ran: 'root@0123456789ab:/# ',
  python: '>>> ',
};

function lineTest(key: string, expected: Json, main: string | undefined): (line: string) => boolean {
  const tests = leavesOf(expected).map((leaf) => {
    const text = String(leaf);
    if (key === 'ran' && !isPatternText(text)) {
      const [wanted = []] = commandsOf(text);
      return (line: string) => isCommand(commandsOf(line)[0] ?? [], wanted);
    }
    const pattern = isPatternText(text) ? parsePattern(text) : undefined;
    return pattern?.ok
      ? (line: string) => pattern.value.test(line)
      : (line: string) => text !== '' && line.includes(text);
  });
  return (line) => {
    const read = readAs(key, line, main);
    return read.some((each) => tests.some((test) => test(each)));
  };
}

function readAs(key: string, line: string, main: string | undefined): readonly string[] {
  if (!Object.hasOwn(prompts, key)) return [line];
  const seen = consoleOf({ tty: true, stdout: `${line}\n`, stderr: '', truncated: false }, main, undefined);
  if (key === 'python') return seen.python;
  return key === 'typed' ? seen.typed : seen.ran.map(({ command }) => command);
}
