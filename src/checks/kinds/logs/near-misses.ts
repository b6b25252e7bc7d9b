import { message, type Message } from '../../../messages/message';
import { holds } from '../../match/holds';
import type { CheckKind, Diagnosis } from '../../kind';
import type { LogsSeen } from './attributes';

type Rule = (diagnosis: Diagnosis<LogsSeen>) => Message | undefined;
const missed = ({ misses }: Diagnosis<LogsSeen>, key: string) => misses.find((miss) => miss.key === key);
const text = { type: 'text', shape: 'one' } as const;

const typed: Rule = (diagnosis) => {
  const miss = missed(diagnosis, 'typed');
  if (!miss) return undefined;
  const { name, tty, output } = diagnosis.resource;
  const { typed: lines } = diagnosis.resource.console();
  if (!tty) return message('logs.no-terminal', { name });
  if (lines.length === 0) return message('logs.nothing-typed', { name });
  // A line of the session that would do, without a prompt in front.
  const isPrinted = holds({ type: 'string', shape: 'list' }, miss.expected, output.split('\n'));
  return message(isPrinted ? 'logs.printed-not-typed' : 'logs.not-typed', { name });
};

const ran: Rule = (diagnosis) => {
  const miss = missed(diagnosis, 'ran');
  if (!miss) return undefined;
  const { name, tty } = diagnosis.resource;
  if (!tty) return message('logs.no-terminal', { name });
  const { typed: lines, ran: commands } = diagnosis.resource.console();
  if (lines.length === 0) return message('logs.nothing-typed', { name });
  const failed = commands.findLast(
    ({ command, failure }) =>
      failure !== undefined && holds({ type: 'command', shape: 'list' }, miss.expected, [command]),
  );
  return failed
    ? message('logs.ran-failed', {
        name,
        command: failed.command,
        said: (failed.failure ?? '').slice(0, 200),
      })
    : message('logs.not-typed', { name });
};

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
