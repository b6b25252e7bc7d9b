import { caps } from '../../../evidence/caps';
import { cutAt, type Attribute, type Seen } from '../../attribute';
import type { Json } from '../../../text/json';

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

const part = (value: Json, truncated: boolean): Seen => ({
  value,
  ...cutAt(truncated, { bytes: caps.text }),
});

export const attributes: Readonly<Record<string, Attribute<LogsSeen>>> = {
  output: {
    type: 'text',
    shape: 'one',
    describe:
      'All that it printed; standard error after standard output, since the engine does not keep their order.',
    example: ['Hello from Docker!'],
    read: ({ output, truncated }) => part(output, truncated),
  },
  stdout: {
    type: 'text',
    shape: 'one',
    describe: 'Its standard output; with a terminal everything is there.',
    example: '/Hello/',
    read: ({ stdout, truncated }) => part(stdout, truncated),
  },
  stderr: {
    type: 'text',
    shape: 'one',
    describe: 'Its standard error; always empty with a terminal, which has one stream only.',
    example: '',
    read: ({ stderr, truncated }) => part(stderr, truncated),
  },
  typed: {
    type: 'string',
    shape: 'list',
    describe:
      'Lines typed at the prompt of the shell that is its main process, with a terminal. It shows that the line was typed (or printed to look so), ' +
      'not that the command succeeded; nothing of `docker exec` is in it.',
    example: '/^apt(-get)? install .*nginx/',
    read: ({ typed, truncated }) => part([...typed], truncated),
  },
};
