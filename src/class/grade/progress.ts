import type { Language } from '../../text/language';
import type { Counts } from './grade-class';

export interface ProgressPlace {
  /** A line that is written over itself; else a line now and then. */
  readonly isTty: boolean;
  readonly write: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly language: Language;
}

export interface Progress {
  readonly show: (counts: Counts) => void;
  /** Leaves the line, or wipes it out. */
  readonly end: () => void;
}

const pauseMs = { tty: 100, plain: 10_000 } as const;

/** Says how far a class is: quietly on a terminal, in few lines anywhere else, however many students there are. */
export function makeProgress({ isTty, write, now, language }: ProgressPlace): Progress {
  const begun = now();
  let told = begun;
  let isOpen = false;
  return {
    show: (counts) => {
      const at = now();
      if (at - told < (isTty ? pauseMs.tty : pauseMs.plain) || counts.done === counts.total) return;
      told = at;
      isOpen = isTty;
      const line = progressLine(counts, at - begun, language);
      write(isTty ? `\r${line}\x1b[K` : `${line}\n`);
    },
    end: () => {
      if (isOpen) write('\r\x1b[K');
      isOpen = false;
    },
  };
}

/** `120 of 300 graded, 3 not, about 40 s left`. What was there already says nothing about how long the others take. */
export function progressLine(counts: Counts, elapsedMs: number, language: Language): string {
  const { total, done, kept, notGraded } = counts;
  const worked = done - kept;
  const left = worked > 0 ? ((total - done) * elapsedMs) / worked : undefined;
  return words[language](done, total, notGraded, left === undefined ? undefined : timeText(left));
}

const words: Readonly<
  Record<Language, (done: number, total: number, not: number, left: string | undefined) => string>
> = {
  fr: (done, total, not, left) =>
    `${done} sur ${total}${not > 0 ? `, dont ${not} sans note` : ''}${left === undefined ? '' : `, encore ${left} environ`}`,
  en: (done, total, not, left) =>
    `${done} of ${total}${not > 0 ? `, ${not} of them without a mark` : ''}${left === undefined ? '' : `, about ${left} left`}`,
};

function timeText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
