import type { Io } from '../io';
import { plainLines } from './plain';
import type { Show, ShowParts } from './show';
import { words } from './words';

/** Lines that stay, each said once. */
export function showLines(io: Io, { named, time }: ShowParts): Show {
  const word = words[io.language];
  const lines = plainLines(io.language, named);
  let isDown = false;
  const say = (line: string): void => {
    io.out(`${line}\n`);
  };
  return {
    // What still waits for a test is said when that has answered.
    looked: ({ reports, at }, isAsking) => {
      if (!isAsking) lines.of(reports, at).forEach(say);
    },
    stirred: () => undefined,
    up: (recording) => {
      if (isDown) say(`${time()} ${word.back}`);
      if (!recording) say(`${time()} ${word.unrecorded}`);
      isDown = false;
    },
    down: () => {
      if (!isDown) say(`${time()} ${word.down(time())}`);
      isDown = true;
    },
    end: () => undefined,
  };
}
