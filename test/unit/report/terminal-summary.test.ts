import { describe, expect, test } from '@jest/globals';
import type { ContainerInspect } from '../../../src/evidence/docker';
import type { Evidence, Fact } from '../../../src/evidence/evidence';
import { gradeLab } from '../../../src/grading/grade-lab';
import { terminalReport, terminalStart, terminalSummary } from '../../../src/report/terminal/terminal';
import { languages } from '../../../src/text/language';
import { displayWidth } from '../../../src/text/terminal';
import { loadShippedLab } from '../../support/labs/load-shipped-lab';
import { referenceEvidence } from '../../support/prove';
import { shownIn } from '../../support/report-builder';

const look = { color: false, columns: 80 };
const reference = referenceEvidence('02-ubuntu');
const lab = loadShippedLab('02-ubuntu');
const good = (reference.facts['container/ubuntu'] as { value: ContainerInspect }).value;

const paused: Evidence = {
  ...reference,
  facts: {
    ...reference.facts,
    'container/ubuntu': { value: { ...good, State: { ...good.State, Paused: true, Status: 'paused' } } },
  },
};
/** What is asked of a host finds nothing there. */
function nothingOf(key: string): Fact | undefined {
  const [name = ''] = key.split('/');
  if (name === 'engine') return undefined;
  if (name === 'answer') return { value: { file: 'answers.yaml', text: null } };
  if (name === 'events') return { value: { events: [], completeSince: 0, readAt: 1 } };
  return { value: ['containers', 'images', 'candidates'].includes(name) ? [] : null };
}

const summary = (evidence: Evidence, language: 'fr' | 'en' = 'en'): string =>
  terminalSummary(shownIn(language, gradeLab(lab, evidence)), look);

describe('one lab on a small screen', () => {
  test.each(languages)('fits on 24 lines of 80 columns, in %s', (language) => {
    const lines = summary(paused, language).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  test('has one line for each task, whatever is wrong with it', () => {
    const text = summary(paused);
    for (const { title } of shownIn('en', gradeLab(lab, paused)).tasks)
      expect(text.split('\n').filter((line) => line.slice(2).startsWith(title))).toHaveLength(1);
  });

  test('ends with the first thing to do in the order of the lab: what was seen, what to try, where the course has it', () => {
    const [, box = ''] = summary(paused).split('Do this next: ');
    expect(box).toMatch(/^Run the container `ubuntu` interactively\n {4}It runs\n/);
    expect(box).toContain('is paused');
    expect(box).toContain('→ ');
    expect(box.trimEnd().split('\n').at(-1)).toContain('In the course: ');
  });

  test('says how to see the rest', () => {
    expect(summary(paused)).toContain('Everything in detail: npm run grade -- 02-ubuntu --full');
  });

  test('with everything done has nothing to do', () => {
    expect(summary(reference).trimEnd().split('\n').at(-1)).toBe(
      'Everything passed. Well done! There is nothing left to do in this lab.',
    );
  });
});

describe('several labs', () => {
  const untouched: Evidence = {
    ...reference,
    facts: Object.fromEntries(
      Object.entries(reference.facts).map(([key, fact]) => [key, nothingOf(key) ?? fact]),
    ),
  };
  const start = (all: readonly Evidence[], language: 'fr' | 'en' = 'fr'): string =>
    terminalStart(
      all.map((evidence) => shownIn(language, gradeLab(lab, evidence))),
      look,
    );

  test('on a machine that nobody has touched say where to begin, and nothing else', () => {
    expect(start([untouched, untouched]).trimEnd().split('\n').at(-1)).toMatch(
      /^Commencez par .*02-ubuntu\/README\.md\.$/,
    );
    expect(start([untouched], 'en')).toMatch(/Begin with .*02-ubuntu\/README\.en\.md\./);
    expect(start([untouched])).not.toContain('?');
  });

  test('go on with the first one that is under way, and only that', () => {
    const text = start([reference, paused, paused], 'en');
    expect(text.split('Do this next')).toHaveLength(2);
    expect(text).toContain(summary(paused));
  });

  test('after the last one say so', () => {
    expect(start([reference, reference], 'en').trimEnd().split('\n').at(-1)).toBe(
      'Everything passed. Well done!',
    );
  });

  test('without a lab are nothing', () => {
    expect(start([])).toBe('');
  });
});

test('what is told in full is told as before', () => {
  const shown = shownIn('en', gradeLab(lab, paused));
  expect(terminalReport(shown, look)).toContain('Points still to gain');
});
