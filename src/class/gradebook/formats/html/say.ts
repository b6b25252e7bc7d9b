import { plainTitle, prose } from '../../../../report/formats/html/prose';
import { markup, type Markup } from '../../../../text/markup';
import { formatNumber } from '../../../../text/number';

export { plainTitle, prose };

export const number = formatNumber;

/** `2026-10-01 10:02 UTC`: the same wherever it is read. */
export const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

export const percentOf = (share: number): string => `${Math.round(share * 100)} %`;

/** A table that may be wider than the window scrolls by itself, with the keyboard too. */
export const wide = (label: string, table: Markup): Markup =>
  markup`<div class="wide" role="group" aria-label="${label}" tabindex="0">${table}</div>`;
