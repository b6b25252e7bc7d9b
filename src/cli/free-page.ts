import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTextFile } from '../grading/read-text-file';
import { isOurPage } from '../report/formats/html/page';
import type { Io } from './io';
import { sayLines } from './say';

/** Where a page goes for which no file was named. */
export interface FreePage {
  readonly file: string;
  readonly path: string;
  /** Somebody else's file of the usual name, which stays. */
  readonly kept?: string;
}

const usual = 'report.html';
/** More than any page of ours. */
const maxBytes = 32 * 1024 * 1024;

/** `report.html`; `report-2.html` and so on where that is a file of somebody else's. */
export function freePage(cwd: string): FreePage {
  for (let count = 1; ; count++) {
    const file = count === 1 ? usual : usual.replace('.', `-${count}.`);
    const path = join(cwd, file);
    if (isFree(path)) return { file, path, ...(count > 1 && { kept: usual }) };
  }
}

/** Nothing is there, or a page that was written before. A link may lead anywhere. */
function isFree(path: string): boolean {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return true;
  if (!there.isFile()) return false;
  const text = readTextFile(path, maxBytes);
  return text.ok && isOurPage(text.value);
}

export function sayPage({ file, path, kept }: FreePage, io: Io): string {
  const word = words[io.language];
  // An address that is broken over two lines opens nothing.
  return `\n${sayLines([...(kept === undefined ? [] : [word.kept(kept)]), word.written(file)], io)}  ${pathToFileURL(path).href}\n`;
}

const words = {
  fr: {
    kept: (file: string) => `${file} n’est pas une page de Vigie : ce fichier est laissé tel quel.`,
    written: (file: string) =>
      `La page est dans ${file}. Pour la voir, ouvrez cette adresse dans un navigateur :`,
  },
  en: {
    kept: (file: string) => `${file} is no page of Vigie’s, and stays as it is.`,
    written: (file: string) => `The page is in ${file}. To see it, open this address in a browser:`,
  },
} as const;
