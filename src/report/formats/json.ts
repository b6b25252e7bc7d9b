import { escapeInvisible } from '../../text/escape-json';
import type { Format } from './format';

/** `report.json` of one lab, or of several; `schema/report.schema.json` describes both. */
export const json: Format = ([first, ...others]) => {
  const all = others.length === 0 ? first : { vigie: 'reports', version: 1, reports: [first, ...others] };
  return `${escapeInvisible(JSON.stringify(all, null, 2))}\n`;
};
