import { caps } from '../../../evidence/caps';
import type { TopFact } from '../../../evidence/facts';

/** One line of `docker top`. */
export interface Process {
  readonly user: string;
  /** The command line; a zombie's is its program in brackets. */
  readonly command: string;
  readonly zombie: boolean;
  /** Its command line goes on behind what is kept of it. */
  readonly cut: boolean;
}

/** More run than are listed, or a command line is longer than what is kept. */
export const isListCut = ({ processes }: TopFact): boolean =>
  processes.length >= caps.processes || processes.some((row) => row.some(isCellCut));

const isCellCut = (cell: string): boolean => cell.length >= caps.processCell;

/** Reads the table by its titles: Docker says UID and CMD, Podman USER and COMMAND. */
export function processesOf({ titles, processes }: TopFact): Process[] {
  const column = (...names: string[]): number =>
    titles.findIndex((title) => names.includes(title.toUpperCase()));
  const user = column('UID', 'USER');
  const command = column('CMD', 'COMMAND', 'ARGS');
  return processes.map((row) => {
    const line = row[command] ?? '';
    const [, defunct] = /^\[(.+)\] <defunct>$/.exec(line) ?? [];
    return {
      user: row[user] ?? '',
      command: defunct ?? line,
      zombie: defunct !== undefined,
      cut: isCellCut(line),
    };
  });
}

/** `nginx` of `nginx: master process /usr/sbin/nginx`, `bash` of `-bash` and `/bin/bash`. */
export function programOf(command: string): string {
  const [first = ''] = command.trim().split(/\s+/);
  return first.split('/').at(-1)?.replace(/^-|:$/g, '') ?? '';
}
