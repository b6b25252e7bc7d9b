import type { Evidence } from '../evidence/evidence';
import type { JestFact } from '../evidence/facts';
import { factKey } from '../evidence/request';
import type { Lab } from '../spec/lab';
import type { BrokenFile, RunState } from './run-state';
import type { Said } from './sandbox/port';
import type { TestRecord } from './test-record';

/** Titles of the hand-written tests that the labs' checks name. */
export function titlesIn(labs: readonly Lab[]): string[] {
  const checks = labs.flatMap((lab) => lab.tasks.flatMap((task) => task.checks));
  const titles = checks.filter(({ kind }) => kind === 'jest').map(({ subject }) => subject);
  return [...new Set(titles)].filter((title) => typeof title === 'string');
}

/** The evidence with what the hand-written tests came to, one fact a title that a lab names. */
export function withJestFacts(evidence: Evidence, { run, tests, brokenFiles }: RunState): Evidence {
  const facts = titlesIn(run.labs).map((title) => {
    const value = factOf(
      title,
      tests.filter((test) => test.title === title),
      brokenFiles,
    );
    return [factKey({ fact: 'jest', title }), { value }] as const;
  });
  return { ...evidence, facts: { ...evidence.facts, ...Object.fromEntries(facts) } };
}

/** The same where no test could be run at all. */
export function withUnrunTests(evidence: Evidence, labs: readonly Lab[], why: Said): Evidence {
  const value = crashed(why);
  const facts = titlesIn(labs).map((title) => [factKey({ fact: 'jest', title }), { value }] as const);
  return { ...evidence, facts: { ...evidence.facts, ...Object.fromEntries(facts) } };
}

const crashed = (texts: Said): JestFact => ({ outcome: 'crashed', message: texts.en, texts });

function factOf(title: string, named: readonly TestRecord[], broken: readonly BrokenFile[]): JestFact {
  const [test, other] = named;
  if (test && other)
    return crashed({
      fr: `plusieurs tests s’appellent « ${title} » : dans ${test.file} et dans ${other.file}`,
      en: `more than one test is called "${title}": in ${test.file} and in ${other.file}`,
    });
  // A file that broke off may have had another test of this title, or have changed what this one saw.
  if (test) {
    const { outcome, message, texts } = test;
    return { outcome, ...(message !== undefined && { message }), ...(texts && { texts }) };
  }
  const all = (say: (file: BrokenFile) => string): string => broken.map(say).join('');
  return crashed({
    fr: `aucun test ne s’appelle « ${title} »${all(({ file, message }) => ` ; ${file} n’a pas pu être exécuté : ${message}`)}`,
    en: `no test is called "${title}"${all(({ file, message }) => `; ${file} could not be run: ${message}`)}`,
  });
}
