import { InvalidArgumentError } from 'commander';
import { formatNames, type FormatName } from '../../report/formats/names';
import { replayBounds } from '../../submission/limits';
import { formatDuration, parseDuration } from '../../text/duration';
import type { Language } from '../../text/language';
import type { ReportWish } from '../report-wish';

/** How options and arguments are read; what is refused is told in the language of the run. */
export interface OptionValues {
  /** An empty text is a variable that was not set: without it, less would be asked for than was meant. */
  readonly givenText: (value: string) => string;
  /** A day (UTC), or a time with its zone. */
  readonly isoTime: (value: string) => string;
  readonly report: (value: string) => ReportWish;
  readonly reports: (value: string, previous: readonly ReportWish[]) => ReportWish[];
  /** Not above the scale of a lab: that is told when the labs are known. */
  readonly points: (value: string) => number;
  /** How long a replay may take, in milliseconds. */
  readonly timeLimit: (value: string) => number;
}

export function optionValues(language: Language): OptionValues {
  const word = words[language];
  const refuse = (why: string): never => {
    throw new InvalidArgumentError(why);
  };
  const report = (value: string): ReportWish => {
    const [format = '', ...rest] = value.split('=');
    if (!isFormat(format)) return refuse(word.format(formatNames.join(', ')));
    const file = rest.join('=');
    return { format, ...(file !== '' && { file }) };
  };
  return {
    givenText: (value) => (value.trim() === '' ? refuse(word.empty) : value),
    isoTime: (value) => (isTime(value) ? value : refuse(word.time)),
    report,
    reports: (value, previous) => [...previous, report(value)],
    points: (value) => (/^\d{1,6}(\.\d{1,4})?$/.test(value) ? Number(value) : refuse(word.points)),
    timeLimit: (value) => {
      const { least, most } = replayBounds;
      const parsed = parseDuration(value);
      if (parsed.ok && parsed.value >= least && parsed.value <= most) return parsed.value;
      return refuse(word.timeLimit(formatDuration(least), formatDuration(most)));
    },
  };
}

/** An option that may be given several times. */
export const collectText = (value: string, previous: readonly string[]): string[] => [...previous, value];

const isTime = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value) &&
  !Number.isNaN(Date.parse(value));

const isFormat = (text: string): text is FormatName => (formatNames as readonly string[]).includes(text);

interface Words {
  readonly empty: string;
  readonly time: string;
  readonly format: (known: string) => string;
  readonly points: string;
  readonly timeLimit: (least: string, most: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    empty: 'C’est vide.',
    time: 'Il faut un jour, ou une heure avec son fuseau : 2026-03-01, 2026-03-01T08:00:00Z.',
    format: (known) => `Formats connus : ${known}.`,
    points: 'Il faut un nombre de points, comme 10 ou 12.5.',
    timeLimit: (least, most) => `Il faut une durée de ${least} à ${most}, comme 5m ou 1m30s.`,
  },
  en: {
    empty: 'It is empty.',
    time: 'A day or a time with its zone: 2026-03-01, 2026-03-01T08:00:00Z.',
    format: (known) => `Known formats: ${known}.`,
    points: 'Points, such as 10 or 12.5.',
    timeLimit: (least, most) => `A duration from ${least} to ${most}, such as 5m or 1m30s.`,
  },
};
