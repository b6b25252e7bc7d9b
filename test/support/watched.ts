import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, Fact } from '../../src/evidence/evidence';
import { gradeLab } from '../../src/grading/grade-lab';
import { localeOf } from '../../src/grading/locale';
import type { ShownReport } from '../../src/report/shown/shown-report';
import { showReport } from '../../src/report/shown/show-report';
import type { Language } from '../../src/text/language';
import { labNamed } from './look-through';

const root = join(__dirname, '../..');

/** What a real engine held when this lab was done, with other facts. */
export function evidenceOfLab(id: string, facts: Readonly<Record<string, Fact>> = {}): Evidence {
  const file = join(root, 'labs', id, 'sessions/reference.evidence.json');
  const evidence = JSON.parse(readFileSync(file, 'utf8')) as Evidence; // written by `verify --update`
  return { ...evidence, facts: { ...evidence.facts, ...facts } };
}

/** On a machine where nothing was done yet: what was asked for is not there. */
const nothing = ({ facts }: Evidence): Readonly<Record<string, Fact>> =>
  Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, missing(key, fact)]));

function missing(key: string, fact: Fact): Fact {
  if (key === 'engine') return fact;
  if (/^(?:containers$|images$|candidates)/.test(key)) return { value: [] };
  if (key === 'events' && 'value' in fact) return { value: { ...(fact.value as object), events: [] } }; // its shape is an object's
  return /^(?:port|http|jest|answer)/.test(key) ? fact : { value: null };
}

/** A lab as it is done, or with facts that are different; `false`: on a machine where nothing was done yet. */
export function shownLab(
  id: string,
  language: Language,
  facts: Readonly<Record<string, Fact>> | false = {},
): ShownReport {
  const done = evidenceOfLab(id);
  const evidence = facts === false ? { ...done, facts: nothing(done) } : evidenceOfLab(id, facts);
  return showReport(gradeLab(labNamed(id), evidence), localeOf(language));
}
