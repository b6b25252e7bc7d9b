import { resolve } from 'node:path';

/** The release has `dist/action/main.js`. */
export const packageFolder = resolve(__dirname, '../..');
