import type { Format } from './format';
import { page } from './html/page';

/** A page that stands alone: a student reads it, prints it or hands it in, without a network and without scripts. */
export const html: Format = (reports) => page(reports);
