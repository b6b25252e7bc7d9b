import type { Io } from '../io';
import type { Size } from './state';

/** The terminal that `watch` has to itself. */
export interface Terminal {
  readonly size: () => Size;
  /** Told of another size, and of keys, until the given function is called. */
  readonly listen: (told: {
    readonly resized: () => void;
    readonly key: (key: string) => void;
  }) => () => void;
}

/** That of this process. Keys are read one by one, so that none is echoed into the frame; Ctrl-C then is a key like others. */
export const processTerminal = (io: Pick<Io, 'columns'>): Terminal => {
  const { stdout, stdin } = process;
  return {
    size: () => ({ columns: stdout.columns || io.columns, rows: stdout.rows || 24 }),
    listen: ({ resized, key }) => {
      const read = (data: Buffer): void => {
        key(data.toString());
      };
      // Node leaves `isTTY` out where there is no terminal, whatever its types say.
      const canRead = (stdin.isTTY as boolean | undefined) === true;
      stdout.on('resize', resized);
      if (canRead) stdin.setRawMode(true).on('data', read).resume();
      return () => {
        stdout.off('resize', resized);
        if (canRead) stdin.off('data', read).setRawMode(false).pause();
      };
    },
  };
};
