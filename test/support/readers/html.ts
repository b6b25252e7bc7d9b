import { parse, type DefaultTreeAdapterMap, type ParserError } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface HtmlPage {
  readonly elements: readonly Element[];
  /** What a browser would have had to put right. */
  readonly errors: readonly string[];
}

/** Reads a page as browsers do, by the rules of the HTML standard. */
export function readHtml(html: string): HtmlPage {
  const errors: string[] = [];
  const onParseError = ({ code, startLine }: ParserError): void => void errors.push(`${startLine}: ${code}`);
  return { elements: elementsIn(parse(html, { onParseError, sourceCodeLocationInfo: true })), errors };
}

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

export const withClass = ({ elements }: HtmlPage, name: string): readonly Element[] =>
  elements.filter((element) => (attribute(element, 'class') ?? '').split(' ').includes(name));

/** Its text and that of all that is in it; no-break spaces as plain ones. */
export const textIn = (node: Node): string =>
  ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '').replace(
    /\u00a0/g,
    ' ',
  );

const elementsIn = (node: Node): readonly Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
];
