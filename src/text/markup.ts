import { escapeHtml } from './escape-html';

/** HTML or XML that this program wrote: the tag below is what makes it of texts. */
export class Markup {
  readonly #code: string;
  constructor(code: string) {
    this.#code = code;
  }
  toString(): string {
    return this.#code;
  }
}

type Part = string | number | undefined | Markup | readonly Markup[];

/** Texts in it are escaped, markup is put in as it is, and what is undefined leaves nothing: whoever lays out a page cannot forget to escape. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((string, index) => (index === 0 ? '' : codeOf(parts[index - 1])) + string).join(''));

function codeOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(String).join('');
  return escapeHtml(String(part));
}
