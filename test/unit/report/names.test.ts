import { describe, expect, test } from '@jest/globals';
import { gradeLab } from '../../../src/grading/grade-lab';
import { ctrf } from '../../../src/report/formats/ctrf';
import { html } from '../../../src/report/formats/html';
import { junit } from '../../../src/report/formats/junit';
import { markdown } from '../../../src/report/formats/markdown';
import { tap } from '../../../src/report/formats/tap';
import { terminalReport } from '../../../src/report/terminal/terminal';
import type { Language } from '../../../src/text/language';
import { anyLab, checkOf, evidenceOf, theContainer, ubuntu } from '../../support/evidence';
import { shownIn } from '../../support/report-builder';

const check = checkOf('container', 'ubuntu', { 'stop-signal': 'SIGINT', workdir: '/srv' });
const task = { id: 't', title: 'T', needs: [], points: 20, bonus: false, at: check.at };
const lab = { ...anyLab, tasks: [{ ...task, checks: [check] }] };
const graded = gradeLab(lab, evidenceOf(theContainer(ubuntu({}))));
const options = { color: false, columns: 200 };
const shown = (language: Language) => shownIn(language, graded);

describe('what an assertion is about', () => {
  test.each([
    ['terminal', () => terminalReport(shown('fr'), options)],
    ['markdown', () => markdown([shown('fr')], {})],
    ['html', () => html([shown('fr')], {})],
    ['junit', () => junit([shown('fr')], {})],
    ['ctrf', () => ctrf([shown('fr')], {})],
    ['tap', () => tap([shown('fr')], {})],
  ])('is said in French in a French report: %s', (_, text) => {
    expect(text()).toContain('signal d’arrêt');
    expect(text()).toContain('dossier de travail');
    expect(text()).not.toMatch(/stop-signal(?!")|workdir/);
  });

  test('is said in English in an English one', () => {
    const text = terminalReport(shown('en'), options);
    expect(text).toContain('stop signal — expected: SIGINT');
    expect(text).toContain('"stop signal" does not have the expected value.');
  });

  test('stays the key of the lab where a program reads it', () => {
    const [told] = shown('fr').tasks[0]?.checks ?? [];
    expect(told?.message?.args).toEqual({ key: 'stop-signal' });
    expect(told?.differences.map(({ key }) => key)).toEqual(['stop-signal', 'workdir']);
  });
});
