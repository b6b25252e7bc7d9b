import { localeOf } from '../../grading/locale';
import type { Report } from '../../report/report';
import type { Io } from '../io';
import { changes } from './changes';
import { liveList } from './live-list';
import { openScreen } from './screen';
import type { WatchState } from './state';
import { words } from './words';

/** Shows how things stand: a list in place on a terminal, appended lines elsewhere. */
export interface Show {
  /** Before anything is known. */
  readonly start: () => void;
  readonly reports: (reports: readonly Report[]) => void;
  /** The engine answers; `recording`: what happens is written down, which needs a place to write. */
  readonly up: (recording: boolean) => void;
  readonly down: () => void;
  readonly end: () => void;
}

export function openShow(
  io: Io,
  rows: () => number = () => process.stdout.rows,
  now = () => new Date(),
): Show {
  return io.isTty && io.env['TERM'] !== 'dumb' ? listInPlace(io, rows, now) : appendedLines(io, now);
}

function listInPlace(io: Io, rows: () => number, now: () => Date): Show {
  const locale = localeOf(io.language);
  const look = { color: io.color, columns: io.columns };
  const screen = openScreen(io);
  let state: WatchState = { reports: [], recording: false };
  const draw = (change: Partial<WatchState>): void => {
    state = { ...state, ...change };
    screen.draw(liveList(state, locale, look, (rows() || 24) - 1));
  };
  return {
    start: () => {
      draw({});
    },
    reports: (reports) => {
      const version = reports[0]?.engine?.version;
      draw({ reports, lastLook: timeOf(now()), ...(version !== undefined && { engineVersion: version }) });
    },
    up: (recording) => {
      const { downSince: _, ...rest } = state;
      state = rest;
      draw({ recording });
    },
    down: () => {
      if (state.downSince === undefined) draw({ downSince: timeOf(now()) });
    },
    // The whole report comes in its place.
    end: () => {
      screen.draw([]);
    },
  };
}

function appendedLines(io: Io, now: () => Date): Show {
  const locale = localeOf(io.language);
  const word = words[io.language];
  let before: readonly Report[] = [];
  let isDown = false;
  return {
    start: () => undefined,
    reports: (reports) => {
      for (const line of changes(before, reports, locale, timeOf(now()))) io.out(`${line}\n`);
      before = reports;
    },
    up: () => {
      if (isDown) io.out(`${timeOf(now())} ${word.back}\n`);
      isDown = false;
    },
    down: () => {
      if (!isDown) io.out(`${timeOf(now())} ${word.down(timeOf(now()))}\n`);
      isDown = true;
    },
    end: () => undefined,
  };
}

/** By this machine's clock, as on the student's wrist. */
const timeOf = (date: Date): string =>
  [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
