import { port, type Said } from './port';

/** What could not be found out, in every language. */
export class ToldError extends Error {
  readonly texts: Said;

  constructor(texts: Said) {
    super(texts[port().language]);
    this.texts = texts;
  }
}
