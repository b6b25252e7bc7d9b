import { markup, type Markup } from '../../../text/markup';
import { formatNumber } from '../../../text/number';
import type { ShownReport } from '../../shown/shown-report';
import { prose } from './prose';
import { timeOf } from './time';
import { pageWords } from './words';

/** Folded away at the end: who looked at which engine, and when, and judged it by which lab. */
export function about(report: ShownReport): Markup {
  const { language, engine, endpoint, lab, grader, tookMs } = report;
  const word = pageWords[language];
  const where =
    engine &&
    markup`${engine.name}, ${engine.flavour} ${engine.version} (API ${engine.apiVersion}), ${engine.os}/${engine.arch}`;
  const rows: readonly (readonly [string, Markup | undefined])[] = [
    [word.looked, markup`${timeOf(report)} (${formatNumber(tookMs / 1000, language)} s)`],
    [word.engine, where],
    [word.mirrors, engine?.mirrors && markup`${engine.mirrors.join(', ')}`],
    [word.endpoint, markup`<code>${endpoint}</code>`],
    [word.lab, markup`<code>${lab.file}</code>`],
    [word.hash, markup`<code>${lab.hash}</code>`],
    [word.grader, markup`Vigie ${grader}`],
  ];
  return markup`<details class="about"><summary>${prose(word.about, language)}</summary><dl>${rows.map(
    ([name, value]) => (value ? markup`<div><dt>${name}</dt><dd>${value}</dd></div>` : markup``),
  )}</dl></details>`;
}
