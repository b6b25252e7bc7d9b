import type { Attribute } from '../../attribute';

/** A container's log as text to search in: of a terminal's session without its control sequences. */
export interface LogsSeen {
  readonly name: string;
  readonly tty: boolean;
  readonly truncated: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly typed: readonly string[];
}

export const attributes: Readonly<Record<string, Attribute<LogsSeen>>> = {
  output: {
    type: 'text',
    shape: 'one',
    describe:
      'All that it printed; standard error after standard output, since the engine does not keep their order.',
    example: ['Hello from Docker!'],
    read: ({ output }) => ({ value: output }),
  },
  stdout: {
    type: 'text',
    shape: 'one',
    describe: 'Its standard output; with a terminal everything is there.',
    example: '/Hello/',
    read: ({ stdout }) => ({ value: stdout }),
  },
  stderr: {
    type: 'text',
    shape: 'one',
    describe: 'Its standard error; always empty with a terminal, which has one stream only.',
    example: '',
    read: ({ stderr }) => ({ value: stderr }),
  },
  typed: {
    type: 'string',
    shape: 'list',
    describe:
      'Lines typed at the prompt of the shell that is its main process, with a terminal. It shows that the line was typed (or printed to look so), ' +
      'not that the command succeeded; nothing of `docker exec` is in it.',
    example: '/^apt(-get)? install .*nginx/',
    read: ({ typed }) => ({ value: [...typed] }),
  },
};
