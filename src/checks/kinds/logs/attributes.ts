import { caps } from '../../../evidence/caps';
import type { LogsFact, LogStream } from '../../../evidence/facts';
import { cutAt, type Attribute, type Seen } from '../../attribute';
import type { ConsoleSeen } from './console';

/** A container's log as text to search in: of a terminal's session without its control sequences. */
export interface LogsSeen {
  readonly id: string;
  readonly name: string;
  readonly tty: boolean;
  readonly truncated: boolean;
  /** What was looked for in more than is kept, by stream. */
  readonly searched: LogsFact['searched'];
  /** The log driver may have thrown away the beginning. */
  readonly startLost: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  /** What was typed; read when it is asked for. */
  readonly console: () => ConsoleSeen;
}

function part(seen: LogsSeen, stream: LogStream): Seen {
  const searched = seen.searched?.[stream];
  const value = seen[stream];
  if (searched?.whole === true && !seen.startLost) return { value };
  return {
    value,
    ...(seen.startLost ? { cut: { why: 'rotated' } } : cutAt(seen.truncated, { bytes: caps.text })),
    ...(searched && { searched }),
  };
}

const lines = (value: readonly string[], { cut }: ConsoleSeen): Seen => ({
  value: [...value],
  ...(cut !== undefined && { cut }),
});

export const attributes: Readonly<Record<string, Attribute<LogsSeen>>> = {
  output: {
    name: { fr: 'sortie du conteneur', en: 'output of the container' },
    type: 'text',
    shape: 'one',
    describe:
      'All that it printed; standard error after standard output, since the engine does not keep their order.',
    example: ['Hello from Docker!'],
    read: (seen) => part(seen, 'output'),
  },
  stdout: {
    name: { fr: 'sortie standard', en: 'standard output' },
    type: 'text',
    shape: 'one',
    describe: 'Its standard output; with a terminal everything is there.',
    example: '/Hello/',
    read: (seen) => part(seen, 'stdout'),
  },
  stderr: {
    name: { fr: 'sortie d’erreur', en: 'standard error' },
    type: 'text',
    shape: 'one',
    describe: 'Its standard error; always empty with a terminal, which has one stream only.',
    example: '',
    read: (seen) => part(seen, 'stderr'),
  },
  typed: {
    name: { fr: 'lignes tapées', en: 'lines typed' },
    words: {
      fr: { element: { a: 'une ligne', no: 'aucune ligne' } },
      en: { element: { a: 'a line', no: 'no line' } },
    },
    type: 'string',
    shape: 'list',
    describe:
      'Lines typed at the prompt of the shell that is its main process, with a terminal, as they ran: after editing, completion and recall. It shows that the line was typed ' +
      '(or printed to look so), not that the command succeeded; nothing of `docker exec` is in it. `ran` asks for more.',
    example: '/^apt(-get)? install .*nginx/',
    read: (seen) => lines(seen.console().typed, seen.console()),
  },
  ran: {
    name: { fr: 'commandes réussies', en: 'commands that worked' },
    words: {
      fr: { element: { a: 'une commande', no: 'aucune commande' } },
      en: { element: { a: 'a command', no: 'no command' } },
    },
    type: 'command',
    shape: 'list',
    describe:
      'Commands typed there that did not say that they failed. Read as a shell does: words and quotes, `;`, `&&`, `||` and pipes, without `sudo`, assignments and folders. ' +
      'A command is met by one of its name that has its words, in their order, among its own.',
    example: 'apt install nginx',
    read: (seen) => {
      const console = seen.console();
      return lines(
        console.ran.filter(({ failure }) => failure === undefined).map(({ command }) => command),
        console,
      );
    },
  },
  python: {
    name: { fr: 'lignes tapées dans Python', en: 'lines typed in Python' },
    words: {
      fr: { element: { a: 'une ligne', no: 'aucune ligne' } },
      en: { element: { a: 'a line', no: 'no line' } },
    },
    type: 'string',
    shape: 'list',
    describe: 'Lines typed at the prompt of a Python console (`>>> `) in its terminal.',
    example: ['print(6 * 7)'],
    read: (seen) => lines(seen.console().python, seen.console()),
  },
};
