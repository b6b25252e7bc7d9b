import type { Format } from './format';
import { json } from './json';
import type { FormatName } from './names';
import { terminal } from './terminal';

/** All formats. */
export const formats: Readonly<Record<FormatName, Format>> = { terminal, json };
