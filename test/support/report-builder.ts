import { localeOf } from '../../src/grading/locale';
import { judgeLab } from '../../src/judge/judge-lab';
import type { Locale } from '../../src/report/shown/explain';
import { showReport } from '../../src/report/shown/show-report';
import type { ShownReport } from '../../src/report/shown/shown-report';
import { makeReport } from '../../src/report/make-report';
import type { Report } from '../../src/report/report';
import { score } from '../../src/score/score';
import type { Lab } from '../../src/spec/lab';
import type { Language } from '../../src/text/language';
import { evidenceOf, found, type Found } from './evidence';
import { classic } from './image-evidence';

export const locale = (language: Language): Locale => localeOf(language);

/** What a reader sees of a report. */
export const shownIn = (language: Language, report: Report): ShownReport =>
  showReport(report, locale(language));

/** The report of a lab on a host with these facts, as grading makes it. */
export function reportOf(lab: Lab, facts: readonly Found[]): Report {
  const evidence = evidenceOf([found({ fact: 'engine' }, classic), ...facts]);
  const verdict = judgeLab(lab, evidence);
  return makeReport(lab, evidence, verdict, score(lab, verdict), '1.2.3');
}
