import { caps } from '../../../evidence/caps';
import { fault } from '../../../evidence/fault';
import { message } from '../../../messages/message';
import { plainText } from '../../../text/plain-text';
import type { Cut, Seen } from '../../attribute';
import type { Json } from '../../../text/json';
import { defineKind, type CheckInput, type Diagnosis } from '../../kind';
import type { Container } from '../container/container';
import { needsOfNamed } from '../container/open';
import { notRunning } from '../inside/not-running';
import { inContainer, openInside } from '../inside/open-inside';
import { explainAbsent } from './explain-absent';
import { isProcess } from './matches';
import { isListCut, processesOf, type Process } from './processes';

interface Matching {
  readonly container: Container;
  readonly matching: readonly Process[];
  readonly running: readonly Process[];
  /** Not all was listed: there may be more of them. */
  readonly cut?: Cut;
}

export const processKind = defineKind<Matching>({
  kind: 'process',
  name: { fr: 'processus', en: 'process' },
  describe:
    'A process that runs in a container, as `docker top` shows it from the host: nothing is run inside. Names of users are those of the ' +
    'engine’s host.',
  subject: {
    type: 'string',
    describe:
      'Words that its command line has side by side (`nginx: master`), or a `/pattern/`. Paths in front of a program do not matter.',
    pattern: true,
    example: 'nginx: master',
  },
  parameters: { in: inContainer },
  attributes: {
    count: {
      name: { fr: 'nombre de processus', en: 'number of processes' },
      type: 'number',
      shape: 'one',
      describe: 'How many there are.',
      example: { gte: 1 },
      read: ({ matching, cut }) => part(matching.length, cut),
    },
    user: {
      name: { fr: 'utilisateur', en: 'user' },
      words: {
        fr: { element: { a: 'un utilisateur', no: 'aucun utilisateur' } },
        en: { element: { a: 'a user', no: 'no user' } },
      },
      type: 'string',
      shape: 'list',
      describe: 'The users that they run as.',
      example: ['root'],
      read: ({ matching, cut }) => part([...new Set(matching.map(({ user }) => user))], cut),
    },
    command: {
      name: { fr: 'ligne de commande', en: 'command line' },
      words: {
        fr: { element: { a: 'une ligne', no: 'aucune ligne' } },
        en: { element: { a: 'a line', no: 'no line' } },
      },
      type: 'string',
      shape: 'list',
      describe: 'Their command lines.',
      example: ['/daemon off/'],
      read: ({ matching, cut }) =>
        part(
          matching.map(({ command }) => command),
          cut && { items: caps.processes, ...(matching.some((one) => one.cut) && { deep: true }) },
        ),
    },
  },
  assertsPresence: true,
  needs: (input) => {
    const { name } = placeOf(input);
    return [...needsOfNamed(name), { fact: 'top', container: name }];
  },
  open: (input, look) => {
    const { name, process } = placeOf(input);
    const opened = openInside(name, input, look);
    if (!('found' in opened)) return opened;
    const container = opened.found;
    const fact = look({ fact: 'top', container: name });
    if ('fault' in fact) return fact;
    if (fact.value === null) return { ...notRunning(name, container, input, look), place: true };
    const running = withoutOurs(processesOf(fact.value), input);
    const matching = running.filter((one) => !one.zombie && isProcess(process, one.command, one.cut));
    const cut = isListCut(fact.value) ? { items: caps.processes } : undefined;
    // Whoever asks for a number gets the number, 0 too.
    if (matching.length > 0 || 'count' in input.check.keys)
      return { found: { container, matching, running, ...(cut && { cut }) } };
    if (cut) return { fault: fault('value.cut', { what: process, ...cut }) };
    return { missing: explainAbsent({ ...input, process, name, container, running, look }) };
  },
  nearMisses: [wrongCount, otherUser],
});

const part = (value: Json, cut: Cut | undefined): Seen => ({ value, ...(cut && { cut }) });

function wrongCount({ misses, resource, ...input }: Diagnosis<Matching>) {
  if (!misses.some(({ key }) => key === 'count')) return undefined;
  const { name, process } = placeOf(input);
  const count = resource.matching.length;
  return count === 0
    ? explainAbsent({ ...input, ...resource, process, name })
    : message('process.count', { process, container: name, count });
}

function otherUser({ misses, resource, check }: Diagnosis<Matching>) {
  if (!misses.some(({ key }) => key === 'user')) return undefined;
  const users = [...new Set(resource.matching.map(({ user }) => user))];
  return message('process.other-user', { process: plainText(check.subject), users });
}

/** Commands of `exec` checks may be seen while they run: they are no process of the student's. */
function withoutOurs(running: readonly Process[], { lab, check }: CheckInput): Process[] {
  const ours = lab.tasks
    .flatMap(({ checks }) => checks)
    .filter(({ kind, keys }) => kind === 'exec' && keys['in'] === check.keys['in'])
    .map(({ subject }) =>
      Array.isArray(subject) ? subject.map(String).join(' ') : `sh -c ${plainText(subject)}`,
    );
  return running.filter(({ command }) => !ours.includes(command));
}

const placeOf = ({ check }: CheckInput): { readonly name: string; readonly process: string } => ({
  name: plainText(check.keys['in']),
  process: plainText(check.subject),
});
