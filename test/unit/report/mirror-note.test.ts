import { expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/evidence/evidence';
import { gradeLab } from '../../../src/grading/grade-lab';
import { html } from '../../../src/report/formats/html';
import { markdown } from '../../../src/report/formats/markdown';
import type { ShownReport } from '../../../src/report/shown/shown-report';
import { terminalReport } from '../../../src/report/terminal/terminal';
import { loadShippedLab } from '../../support/labs/load-shipped-lab';
import { referenceEvidence } from '../../support/prove';
import { shownIn } from '../../support/report-builder';

const reference = referenceEvidence('02-ubuntu');
const { value: engine } = reference.facts['engine'] as { readonly value: object };
const through = (mirrors: readonly string[]): Evidence => ({
  ...reference,
  facts: {
    ...reference.facts,
    engine: { value: { ...engine, mirrors } },
  },
});
const lab = loadShippedLab('02-ubuntu');
const shown = (mirrors: readonly string[], language: 'fr' | 'en' = 'en'): ShownReport =>
  shownIn(language, gradeLab(lab, through(mirrors)));
const look = { color: false, columns: 200 };
const said = 'This engine asks Docker Hub through a mirror: mirror.school.example:5000.';
const host = ['mirror.school.example:5000'];

test('beside the verdict of the registry stands the mirror that gave it, in every report for people', () => {
  const text = terminalReport(shown(host), look);
  const [before = '', after = ''] = text.split(said);
  expect(before.trimEnd().split('\n').at(-1)).toContain('SHA-256');
  expect(after).not.toContain(said);
  expect(html([shown(host)], {}).split(said)).toHaveLength(2);
  expect(markdown([shown(host)], {})).toContain('asks Docker Hub through a mirror');
});

test('several mirrors are several, in French as well', () => {
  expect(terminalReport(shown(['a.example', 'b.example'], 'fr'), look)).toContain(
    'Ce moteur s’adresse à Docker Hub par des miroirs\u00a0: a.example, b.example.',
  );
});

test('without a mirror nothing is said, nor where the lab does not count it: the message does', () => {
  expect(terminalReport(shown([]), look)).not.toContain('mirror');
  const refused = gradeLab({ ...lab, mirrors: [] }, through(host));
  expect(terminalReport(shownIn('en', refused), look)).not.toContain('asks Docker Hub through');
});

test('a name of a mirror is escaped', () => {
  const hostile = shown(['\u001b[31m<b>evil</b>']);
  expect(terminalReport(hostile, look)).not.toContain('\u001b');
  expect(html([hostile], {})).not.toContain('<b>evil');
});
