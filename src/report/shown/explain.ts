import { aboutOf } from '../../checks/tell/about';
import { tellExpected } from '../../checks/tell/expected';
import { tellSeen } from '../../checks/tell/seen';
import type { Texts } from '../../messages/catalogue';
import { textOf } from '../../messages/render';
import { firstDifference } from '../../text/first-difference';
import { isPatternText } from '../../text/pattern';
import { localize, type Language } from '../../text/language';
import type { Report, ReportAssertion, ReportCheck } from '../report';
import type { Difference } from './shown-report';
import { advise, untaughtLines } from './remedy-words';
import { checkTitle, withTitles } from './titles';

/** What a reader is told in, by every format alike. */
export interface Locale {
  readonly language: Language;
  readonly texts: Texts;
}

/** Why a check did not pass, as far as the author lets the student know. Not escaped: student text is in it. */
export interface Explanation {
  readonly says?: string;
  /** The author's hint; may have several lines. */
  readonly advice?: string;
  /** Our own. */
  readonly hint?: string;
  /** What to type, one line after another. */
  readonly command?: string;
  readonly differences: readonly Difference[];
}

/** Long texts (pages, logs) are told by their first difference or their beginning. */
const shownCharacters = 200;
/** No sentence of ours is longer; names and outputs in it may be of any length. */
const longestSentence = 800;

export function explain(check: ReportCheck, report: Report, { language, texts }: Locale): Explanation {
  if (check.outcome === 'passed') return { differences: [] };
  const advice =
    check.hint === undefined ? {} : { advice: localize(check.hint, language, report.lab.lang).trim() };
  if (check.hidden || !check.message) return { ...advice, differences: [] };
  const said = textOf(withTitles(check.message, check, report, language), texts);
  const titleOf = (id: string): string => titleById(id, report, language);
  const { hint, command = '' } = advise(check.message, said, check.remedy, language, titleOf);
  const shown = { command, hint: untaughtLines(command), nothing: '' };
  const typed = shown[check.reveal];
  return {
    says: cut(said.says, longestSentence),
    ...advice,
    ...(check.reveal !== 'nothing' && hint !== undefined && { hint: cut(hint, longestSentence) }),
    ...(typed !== '' && { command: typed }),
    // What an answer should have been is for the student to find.
    differences: (check.kind === 'answer' ? [] : check.assertions)
      .filter(isTelling)
      .map((assertion) => difference(check.kind, assertion, language)),
  };
}

function titleById(id: string, report: Report, language: Language): string {
  const check = report.tasks.flatMap(({ checks }) => checks).find((one) => one.id === id);
  return check ? checkTitle(check, report, language) : id;
}

/** That something is there at all is said by the message. What was not even there to be compared has no message of its own. */
const isTelling = ({ key, outcome, seen, message }: ReportAssertion): boolean =>
  outcome === 'failed' && key !== 'exists' && (seen !== undefined || message?.code === 'check.differs');

function difference(kind: string, { key, expected, seen }: ReportAssertion, language: Language): Difference {
  if (
    typeof expected === 'string' &&
    typeof seen === 'string' &&
    !isPatternText(expected) &&
    expected.length + seen.length > shownCharacters
  ) {
    const first = firstDifference(expected, seen);
    if (first) return { key, expected: first.expected, seen: first.seen };
  }
  const about = aboutOf(kind, key);
  return {
    key,
    expected: cut(tellExpected(about, expected, language)),
    seen: cut(tellSeen(about, expected, seen, language)),
  };
}

const cut = (text: string, length = shownCharacters): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
