import { message, type Message } from '../../../messages/message';
import type { Diagnosis } from '../../kind';
import { holds } from '../../match/holds';
import { commandLine, type Ran } from './ran';

type Rule = (diagnosis: Diagnosis<Ran>) => Message | undefined;

/** What the engine says, on either stream, when it could not even start the command. */
const refusal = ({ fact }: Ran): string =>
  fact.exitCode === 126 || fact.exitCode === 127 ? `${fact.stdout}\n${fact.stderr}` : '';

const notStarted: Rule = ({ resource, resource: { request } }) => {
  const said = refusal(resource);
  const { container, user, workdir } = request;
  if (user !== undefined && /unable to find (user|group)|no matching entries in passwd/.test(said))
    return message('exec.no-such-user', { user, container });
  if (
    workdir !== undefined &&
    /chdir to cwd|workdir .* does not exist|no such file or directory.*cwd/.test(said)
  )
    return message('exec.no-such-folder', { folder: workdir, container });
  return undefined;
};

const notFound: Rule = ({ resource, resource: { request } }) => {
  const said = refusal(resource);
  const { container } = request;
  const program =
    /exec: "((?:[^"\\]|\\.)*)"/.exec(said)?.[1] ??
    // sh: "sh: 1: nosuch: not found", bash: "bash: line 1: nosuch: command not found"
    /(?:^|\n)[^\n]*?([^\s:]+): (?:command )?not found/.exec(said)?.[1] ??
    request.command[0] ??
    '';
  if (/executable file not found|no such file or directory|not found/i.test(said))
    return message('exec.not-found', { program, container });
  return /permission denied/i.test(said) ? message('exec.not-executable', { program, container }) : undefined;
};

const otherStream: Rule = ({ resource: { fact, request }, misses }) => {
  for (const { key, expected } of misses) {
    if (key !== 'stdout' && key !== 'stderr') continue;
    const [here, other] = key === 'stdout' ? [fact.stdout, fact.stderr] : [fact.stderr, fact.stdout];
    const isThere = other.trim() !== '' && holds({ type: 'text', shape: 'one' }, expected, other);
    if (here.trim() === '' && isThere)
      return message('exec.other-stream', { command: commandLine(request), expected: key });
  }
  return undefined;
};

const exitCode: Rule = ({ resource: { fact, request }, misses }) => {
  if (fact.exitCode === null || !misses.some(({ key }) => key === 'exit-code')) return undefined;
  const output = excerpt(fact.stderr) || excerpt(fact.stdout);
  return message('exec.exit-code', { command: commandLine(request), code: fact.exitCode, output });
};

const outputDiffers: Rule = ({ resource: { fact, request }, misses }) => {
  const miss = misses.find(({ key }) => key === 'stdout' || key === 'stderr');
  if (!miss) return undefined;
  const output = excerpt(miss.key === 'stdout' ? fact.stdout : fact.stderr);
  return message('exec.output-differs', { command: commandLine(request), output });
};

/** The last line tells most: programs end with what went wrong. */
const excerpt = (output: string): string => (output.trim().split('\n').at(-1) ?? '').slice(0, 120);

export const nearMisses: readonly Rule[] = [notStarted, notFound, otherStream, exitCode, outputDiffers];
