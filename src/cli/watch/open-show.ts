import type { Io } from '../io';
import { clockTime, type Show } from './show';
import { showLines } from './show-lines';
import { showScreen } from './show-screen';
import { processTerminal, type Terminal } from './terminal';

export interface ShowOptions {
  readonly named: boolean;
  /** Lines also on a terminal: for screen readers. */
  readonly plain: boolean;
  readonly terminal?: Terminal;
  readonly now?: () => Date;
}

export function openShow(io: Io, options: ShowOptions): Show {
  const { named, plain, terminal = processTerminal(io), now = () => new Date() } = options;
  const parts = { named, time: () => clockTime(now()) };
  return io.isTty && io.env['TERM'] !== 'dumb' && !plain
    ? showScreen(io, terminal, parts)
    : showLines(io, parts);
}
