import { message, type Message } from '../../../messages/message';
import { aptAnswerIn } from '../../../text/console/apt';
import { commandsOf } from '../../../text/console/commands';
import type { Json } from '../../../text/json';
import { nearest } from '../../../text/nearest';
import { isPatternText } from '../../../text/pattern';
import type { CheckKind, Diagnosis } from '../../kind';
import { holds } from '../../match/holds';
import { containerEvents, literalsIn } from '../container/near-misses/rule';
import { openedShell } from '../event/opened-shell';
import type { LogsSeen } from './attributes';
import type { RanCommand } from './console';

type Rule = (diagnosis: Diagnosis<LogsSeen>) => Message | undefined;
const missed = ({ misses }: Diagnosis<LogsSeen>, key: string) => misses.find((miss) => miss.key === key);
const text = { type: 'text', shape: 'one' } as const;

const typed: Rule = (diagnosis) => {
  const miss = missed(diagnosis, 'typed');
  if (!miss) return undefined;
  const { name, tty, output } = diagnosis.resource;
  const { typed: lines } = diagnosis.resource.console();
  if (!tty) return message('logs.no-terminal', { name });
  if (lines.length === 0) return message('logs.nothing-typed', { name, ...inExec(diagnosis) });
  // A line of the session that would do, without a prompt in front.
  const isPrinted = holds({ type: 'string', shape: 'list' }, miss.expected, output.split('\n'));
  return isPrinted
    ? message('logs.printed-not-typed', { name })
    : message('logs.not-typed', { name, ...inExec(diagnosis) });
};

/** A shell to type in, of which no log tells. */
const inExec = ({ resource, look }: Diagnosis<LogsSeen>): { readonly exec?: true } =>
  containerEvents(look).some(({ id, action }) => id === resource.id && openedShell.test(action))
    ? { exec: true }
    : {};

const ran: Rule = (diagnosis) => {
  const miss = missed(diagnosis, 'ran');
  if (!miss) return undefined;
  const { name, tty } = diagnosis.resource;
  if (!tty) return message('logs.no-terminal', { name });
  const { typed: lines, ran: commands } = diagnosis.resource.console();
  if (lines.length === 0) return message('logs.nothing-typed', { name, ...inExec(diagnosis) });
  const failed = commands.filter(({ failure }) => failure !== undefined);
  const done = commands.filter(({ failure }) => failure === undefined).map(({ command }) => command);
  // What failed once and worked later is not what is missing.
  const wanted = [miss.expected, ...literalsIn(miss.expected).map(String)].filter((one) => !isRun(one, done));
  const meant =
    failed.findLast(({ command }) => wanted.some((one) => isRun(one, [command]))) ??
    failed.findLast(({ command }) => isMisspelt(wanted, command));
  return meant ? failedAs(name, meant) : message('logs.not-typed', { name, ...inExec(diagnosis) });
};

const isRun = (wanted: Json, commands: readonly string[]): boolean =>
  holds({ type: 'command', shape: 'list' }, wanted, [...commands]);

/** `pyhton3` for `python3`, `service ngnix start`: what was meant, and typed in the right place. */
function isMisspelt(wanted: readonly Json[], command: string): boolean {
  const lines = wanted.filter((one) => typeof one === 'string').filter((one) => !isPatternText(one));
  const [[program = ''] = []] = commandsOf(command);
  const programs = lines.map((one) => commandsOf(one)[0]?.[0] ?? '').filter((one) => one !== program);
  return nearest(command, lines) !== undefined || nearest(program, programs) !== undefined;
}

function failedAs(name: string, { command, failure = '', runs }: RanCommand): Message {
  const of = { name, command: command.slice(0, longest) };
  const met = aptAnswerIn(failure);
  if (met?.answer !== undefined)
    return message('logs.declined', { ...of, yes: met.yes, answer: met.answer.slice(0, 60) });
  if (met && runs) return message('logs.unanswered', { ...of, yes: met.yes });
  return message('logs.ran-failed', { ...of, said: runs ? '' : failure.slice(0, longest) });
}

const longest = 200;

const otherStream: Rule = (diagnosis) => {
  const { name, stdout, stderr } = diagnosis.resource;
  const out = missed(diagnosis, 'stdout');
  if (out && stderr !== '' && holds(text, out.expected, stderr))
    return message('logs.other-stream', { name, expected: 'stdout' });
  const error = missed(diagnosis, 'stderr');
  return error && stdout !== '' && holds(text, error.expected, stdout)
    ? message('logs.other-stream', { name, expected: 'stderr' })
    : undefined;
};

const nothingThere: Rule = ({ resource: { name, output } }) =>
  output.trim() === '' ? message('logs.empty', { name }) : undefined;

const notThere: Rule = (diagnosis) =>
  missed(diagnosis, 'output') && asksForSomething(missed(diagnosis, 'output')?.expected)
    ? message('logs.not-there', { name: diagnosis.resource.name })
    : undefined;

/** A literal or a list: something has to be there. Matchers may ask for the opposite. */
const asksForSomething = (expected: unknown): boolean =>
  typeof expected === 'string' || Array.isArray(expected);

export const nearMisses: CheckKind<LogsSeen>['nearMisses'] = [
  typed,
  ran,
  otherStream,
  nothingThere,
  notThere,
];
