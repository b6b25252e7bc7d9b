import type { Language } from '../text/language';
import { formatNumber } from '../text/number';
import type { ShownReplay } from './shown/shown-report';

interface ReplayWords {
  readonly title: string;
  /** A sentence of the problem follows. */
  readonly broke: string;
  readonly cut: string;
  readonly timings: (start: string, replay: string, grade: string, clean: string) => string;
}

/** What reports say of a submission that was played. */
export const replayWords: Readonly<Record<Language, ReplayWords>> = {
  fr: {
    title: 'Ce qui a été tapé, et ce que le terminal a affiché',
    broke: 'La session n’a pas été jouée jusqu’au bout ; ce qui était fait jusque-là est noté.',
    cut: 'Le milieu de cette transcription est coupé.',
    timings: (start, replay, grade, clean) =>
      `Moteur jetable : prêt en ${start} s, rendu joué en ${replay} s, examiné en ${grade} s, supprimé en ${clean} s.`,
  },
  en: {
    title: 'What was typed, and what the terminal showed',
    broke: 'The session was not played to its end; what was done until then is graded.',
    cut: 'The middle of this transcript is left out.',
    timings: (start, replay, grade, clean) =>
      `Disposable engine: ready in ${start} s, submission played in ${replay} s, looked at in ${grade} s, removed in ${clean} s.`,
  },
};

/** How long each part of a replay took, in one sentence. */
export function timingsText({ timings }: ShownReplay, language: Language): string {
  const seconds = (ms: number): string => formatNumber(Math.round(ms / 100) / 10, language);
  const { startMs, replayMs, gradeMs, cleanMs } = timings;
  return replayWords[language].timings(
    seconds(startMs),
    seconds(replayMs),
    seconds(gradeMs),
    seconds(cleanMs),
  );
}

/** Why a replay broke off, and what went wrong with its room, in sentences; nothing where all went well. Not escaped. */
export const brokeText = ({ problem, trouble = [] }: ShownReplay, language: Language): readonly string[] => [
  ...(problem ? [replayWords[language].broke, problem.text] : []),
  ...trouble.map(({ text }) => text),
];
