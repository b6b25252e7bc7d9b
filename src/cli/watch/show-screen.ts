import type { Io } from '../io';
import { frame } from './frame';
import { openScreen } from './screen';
import type { Show, ShowParts } from './show';
import type { WatchState } from './state';
import type { Terminal } from './terminal';

/** Longer lines than these are hard to read; the report has them, too. */
const widest = 100;
const narrowest = 20;

/** A screen that is drawn anew whenever anything on it is different, or the window has another size. */
export function showScreen(io: Io, terminal: Terminal, { named, time }: ShowParts): Show {
  const screen = openScreen(io.out);
  let state: WatchState = { isStirred: false, isAsking: false };
  const draw = (change: Partial<WatchState> = {}): void => {
    state = { ...state, ...change };
    const { columns, rows } = terminal.size();
    const look = { color: io.color, columns: Math.max(narrowest, Math.min(columns, widest)) };
    screen.draw(frame(state, { language: io.language, named, look, rows }));
  };
  const drawAnew = (): void => {
    screen.forget();
    draw();
  };
  const comeBack = (): void => {
    stopListening();
    stopListening = terminal.listen({ resized: drawAnew, key });
    screen.open();
    draw();
  };
  const key = (pressed: string): void => {
    if (pressed.includes(keys.ctrlC)) process.kill(process.pid, 'SIGINT');
    else if (pressed.includes(keys.ctrlL)) drawAnew();
    else if (pressed.includes(keys.ctrlZ) && process.platform !== 'win32') {
      stopListening();
      screen.close();
      // npm waits for us, and has to sleep as well for the shell to come back.
      process.kill(0, 'SIGTSTP');
    }
  };
  // Whatever ends this process, the terminal is given back, and what is said of a bug is said there.
  const close = (): void => {
    screen.close();
  };
  process.prependListener('uncaughtException', close);
  process.on('exit', close);
  process.on('SIGCONT', comeBack);
  let stopListening = terminal.listen({ resized: drawAnew, key });
  screen.open();
  draw();
  return {
    looked: (looked, isAsking) => {
      draw({ looked, isAsking, isStirred: false });
    },
    stirred: () => {
      draw({ isStirred: true });
    },
    up: (recording) => {
      const { downSince: _, ...rest } = state;
      state = rest;
      draw({ recording });
    },
    down: () => {
      if (state.downSince === undefined) draw({ downSince: time() });
    },
    // The report comes in its place.
    end: () => {
      stopListening();
      close();
      process.off('uncaughtException', close);
      process.off('exit', close);
      process.off('SIGCONT', comeBack);
    },
  };
}

const keys = { ctrlC: '\u0003', ctrlL: '\u000c', ctrlZ: '\u001a' } as const;
