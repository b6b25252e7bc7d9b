import { describe, expect, test } from '@jest/globals';
import { gradeLab } from '../../../src/grading/grade-lab';
import type { JestFact } from '../../../src/evidence/facts';
import type { Language } from '../../../src/text/language';
import { anyLab, checkOf, evidenceOf, found } from '../../support/evidence';
import { shownIn } from '../../support/report-builder';

const check = checkOf('jest', 'the port is published');
const task = { id: 't', title: 'T', needs: [], points: 20, bonus: false, at: check.at };
const lab = { ...anyLab, tasks: [{ ...task, checks: [check] }] };

const told = (language: Language, fact: JestFact): string | undefined =>
  shownIn(
    language,
    gradeLab(lab, evidenceOf([found({ fact: 'jest', title: 'the port is published' }, fact)])),
  ).tasks[0]?.checks[0]?.message?.text;

const texts = { fr: 'le port manque', en: 'the port is missing' };

describe('what a hand-written test said', () => {
  test('is told in the language of the report, whatever that of the run was', () => {
    const fact = { outcome: 'failed', message: texts.fr, texts } as const;
    expect([told('fr', fact), told('en', fact)]).toEqual(['le port manque', 'the port is missing']);
  });
  test('likewise where the test itself broke', () => {
    const fact = { outcome: 'crashed', message: texts.fr, texts } as const;
    expect(told('en', fact)).toContain('does not work: the port is missing');
    expect(told('fr', fact)).toMatch(/ne fonctionne pas\s: le port manque/);
  });
  test('stays as its author wrote it where there is one text, as in older evidence', () => {
    const fact = { outcome: 'failed', message: 'Port fehlt' } as const;
    expect([told('fr', fact), told('en', fact)]).toEqual(['Port fehlt', 'Port fehlt']);
  });
  test('is nothing but text, whatever the evidence holds', () => {
    const fact = { outcome: 'failed', message: 'x', texts: { fr: { a: 1 } } } as unknown as JestFact;
    expect(told('fr', fact)).toBe('x');
  });
});
