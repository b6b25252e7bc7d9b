import type { ExecRequest } from '../../../evidence/request';
import { message } from '../../../messages/message';
import { parseDuration } from '../../../text/duration';
import { plainText } from '../../../text/plain-text';
import { defineKind, type CheckInput } from '../../kind';
import { needsOfNamed } from '../container/open';
import { notRunning } from '../inside/not-running';
import { inContainer, openInside } from '../inside/open-inside';
import { nearMisses } from './near-misses';
import { commandLine, type Ran } from './ran';
import type { Json } from '../../../text/json';
import { caps } from '../../../evidence/caps';
import type { Seen } from '../../attribute';

/** Enough for an interpreter to start on a busy machine. */
const usualDeadlineMs = 10_000;

export const execKind = defineKind<Ran>({
  kind: 'exec',
  name: { fr: 'commande', en: 'command' },
  describe:
    'A command that Vigie runs in a container, without a terminal. It should change nothing and end by itself: one that has not ended ' +
    'at the deadline that the check sets fails it; where none is set, what it would still do is not known. It goes on running, since the ' +
    'engine offers no way to end it. A container that is paused or does not run is not asked.',
  subject: {
    type: 'string-or-list',
    describe: 'The command: a list of words, run as they are, or one text for `sh -c`.',
    example: ['python3', '--version'],
  },
  parameters: {
    in: inContainer,
    user: {
      type: 'string',
      describe: 'The user to run it as; else the container’s own.',
      example: 'www-data',
    },
    workdir: {
      type: 'string',
      describe: 'The folder to run it in; else the container’s own.',
      example: '/srv',
    },
    deadline: {
      type: 'duration',
      describe:
        'How long it may take: one that takes longer fails the check. If nothing is said, 10 s are waited for it.',
      minimum: 100,
      maximum: 60_000,
      example: '5s',
    },
  },
  attributes: {
    'exit-code': {
      name: { fr: 'code de sortie', en: 'exit code' },
      type: 'number',
      shape: 'one',
      describe: 'Its exit code; 126 or 127 if there is no such program.',
      example: 0,
      read: (ran) => (ran.fact.exitCode === null ? part(ran, undefined) : { value: ran.fact.exitCode }),
    },
    stdout: {
      name: { fr: 'sortie standard', en: 'standard output' },
      type: 'text',
      shape: 'one',
      describe:
        'What it printed on standard output. What is not in the first 64 KiB of both together is not known.',
      example: '/^Python 3/',
      read: (ran) => part(ran, ran.fact.stdout),
    },
    stderr: {
      name: { fr: 'sortie d’erreur', en: 'standard error' },
      type: 'text',
      shape: 'one',
      describe:
        'What it printed on standard error. What is not in the first 64 KiB of both together is not known.',
      example: '',
      read: (ran) => part(ran, ran.fact.stderr),
    },
  },
  assertsPresence: false,
  needs: (input) => [...needsOfNamed(plainText(input.check.keys['in'])), requestOf(input)],
  open: (input, look) => {
    const request = requestOf(input);
    const name = request.container;
    const opened = openInside(name, input, look);
    if (!('found' in opened)) return opened;
    const fact = look(request);
    if ('fault' in fact) return fact;
    if (fact.value === null) return { ...notRunning(name, opened.found, input, look), place: true };
    if (fact.value.exitCode === null && !fact.value.truncated && 'deadline' in input.check.keys) {
      const seconds = Math.round(request.deadlineMs / 100) / 10;
      return {
        missing: message('exec.never-ends', { command: commandLine(request), container: name, seconds }),
      };
    }
    return { found: { fact: fact.value, request } };
  },
  nearMisses,
});

/** What came before the cap or the deadline; a command that has ended within both has said all. */
function part({ fact, request }: Ran, value: Json | undefined): Seen {
  if (fact.truncated) return { value, cut: { bytes: caps.execOutput } };
  return fact.exitCode === null ? { value, cut: { deadlineMs: request.deadlineMs } } : { value };
}

function requestOf({ check }: CheckInput): ExecRequest {
  const { in: container, user, workdir, deadline } = check.keys;
  const command = Array.isArray(check.subject)
    ? check.subject.map(String)
    : ['sh', '-c', plainText(check.subject)];
  const given = typeof deadline === 'string' ? parseDuration(deadline) : undefined;
  return {
    fact: 'exec',
    container: plainText(container),
    command,
    ...(typeof user === 'string' && { user }),
    ...(typeof workdir === 'string' && { workdir }),
    deadlineMs: given?.ok ? given.value : usualDeadlineMs,
  };
}
