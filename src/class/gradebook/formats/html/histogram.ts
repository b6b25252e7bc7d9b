import type { Language } from '../../../../text/language';
import { markup, type Markup } from '../../../../text/markup';
import type { MarkStatistics } from '../../gradebook';
import { number } from './say';
import { gradebookWords } from './words';

interface Drawn {
  readonly id: string;
  readonly title: string;
  readonly marks: MarkStatistics;
  readonly max: number;
  readonly pass?: number;
  /** Behind figures, with its space. */
  readonly unit: string;
}

const width = 400;
const height = 120;
const top = 22;

/** Ten columns with their counts, where the pass mark stands, and the same in words for those who do not see it. */
export function histogram({ id, title, marks, max, pass, unit }: Drawn, language: Language): Markup {
  const { bins } = marks;
  const most = Math.max(1, ...bins);
  const step = width / bins.length;
  const tall = (count: number): number => Math.round((count / most) * height * 10) / 10;
  const edge = (bin: number): string => number((max * bin) / bins.length, language);
  const columns = bins.map((count, bin) => {
    const x = bin * step;
    const y = top + height - tall(count);
    const isBelow = pass !== undefined && (max * (bin + 1)) / bins.length <= pass + 1e-9;
    return markup`<rect class="${isBelow ? 'below' : 'bar'}" x="${x + 2}" y="${y}" width="${step - 4}" height="${tall(count)}" rx="3"/>${
      count > 0
        ? markup`<text x="${x + step / 2}" y="${y - 6}" text-anchor="middle">${count}</text>`
        : undefined
    }`;
  });
  const words = bins.map((count, bin) => `${edge(bin)}–${edge(bin + 1)}${unit} : ${count}`).join(' ; ');
  const floor = top + height;
  return markup`<svg class="histogram" role="img" aria-labelledby="${id} ${id}-words" viewBox="0 0 ${width} ${floor + 22}">
<title id="${id}">${title}</title><desc id="${id}-words">${words}</desc>
<g aria-hidden="true">${columns}
<path class="floor" d="M0 ${floor}h${width}"/>
${passLine(pass, max, language)}
${[0, 2, 4, 6, 8, 10].map(
  (bin) =>
    markup`<text x="${bin * step}" y="${floor + 17}" text-anchor="${bin === 0 ? 'start' : bin === 10 ? 'end' : 'middle'}">${edge(bin)}${bin === 10 ? unit : ''}</text>`,
)}</g></svg>`;
}

function passLine(pass: number | undefined, max: number, language: Language): Markup | undefined {
  if (pass === undefined || max <= 0 || pass > max) return undefined;
  const x = Math.round((pass / max) * width * 10) / 10;
  const isLeft = x > width * 0.7;
  return markup`<path class="pass" d="M${x} 8v${top + height - 8}"/><text class="pass" x="${isLeft ? x - 5 : x + 5}" y="12" text-anchor="${isLeft ? 'end' : 'start'}">${gradebookWords[language].passMark} ${number(pass, language)}</text>`;
}
