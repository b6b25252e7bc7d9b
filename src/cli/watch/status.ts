import { paint, type Look } from '../../report/terminal/style';
import type { Language } from '../../text/language';
import { formatNumber } from '../../text/number';
import { wrap } from '../../text/terminal';
import type { Looked, WatchState } from './state';
import { words } from './words';

/** How old the look is, measured, and what keeps it from being newer. `short`: where each line counts. */
export function statusLines(state: WatchState, language: Language, look: Look, short = false): string[] {
  const word = words[language];
  const { looked, downSince, isStirred, isAsking, recording } = state;
  const parts = [
    looked === undefined ? word.looking : lookedText(looked, language, short),
    ...(downSince !== undefined
      ? [word.down(downSince)]
      : [
          ...(isAsking ? [word.asking] : []),
          ...(isStirred && !isAsking ? [word.stirred] : []),
          ...(recording === false ? [word.unrecorded] : []),
        ]),
    ...(short ? [] : [word.stop]),
  ];
  return wrap(parts.join(' · '), look.columns).map((line) => paint(look, 'dim', line));
}

export function lookedText({ at, lagMs }: Looked, language: Language, short: boolean): string {
  const word = words[language];
  if (lagMs === undefined) return word.looked(at);
  const seconds = formatNumber(Math.ceil(lagMs / 100) / 10, language);
  return short ? `${word.looked(at)} (+${seconds} s)` : word.lookedAfter(at, seconds);
}
