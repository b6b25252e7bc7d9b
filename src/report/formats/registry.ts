import { badge } from './badge';
import { csv } from './csv';
import { ctrf } from './ctrf';
import { check50 } from './check50';
import { classroom } from './classroom';
import { classroom50 } from './classroom50';
import type { Format, RefusingFormat } from './format';
import { gradescope } from './gradescope';
import { github } from './github';
import { html } from './html';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import type { FormatName } from './names';
import { tap } from './tap';
import { prairielearn } from './prairielearn';
import { terminal } from './terminal';

/** All formats. */
export const formats = {
  terminal,
  json,
  html,
  badge,
  markdown,
  github,
  junit,
  ctrf,
  tap,
  csv,
  classroom50,
  classroom,
  gradescope,
  prairielearn,
  check50,
} as const satisfies Readonly<Record<FormatName, Format | RefusingFormat>>;

interface Placing {
  /** Where it goes when no file is named, as its reader expects it; in the working folder. */
  readonly file?: string;
  /** Added to what is in the file: others write there too. */
  readonly appends?: true;
}

/** Where formats go, as far as it is not just printed or written to a file of its own. */
export const placings: Readonly<Partial<Record<FormatName, Placing>>> = {
  classroom50: { file: 'result.json' },
  classroom: { appends: true },
};
