/** A pattern that says no more than words can say exactly: pieces of text, one after the other, each one of a few. */
export interface PlainPattern {
  /** Each is found behind the one before it; of each piece any of its texts will do. */
  readonly pieces: readonly (readonly string[])[];
  /** It is at the start or the end of the text. */
  readonly start: boolean;
  readonly end: boolean;
  /** The pieces are whole words. */
  readonly word: boolean;
  readonly ignoresCase: boolean;
}

/** More than a few alternatives are no help to a reader. */
const mostTexts = 4;
const mostPieces = 3;

/**
 * Reads `/^apt(-get)? install .*nginx/` as what it says; undefined where words could not say it exactly. `lines`: the text may have several,
 * and `.` ends with one.
 */
export function readPlainPattern(source: string, lines: boolean): PlainPattern | undefined {
  const end = source.startsWith('/') ? source.lastIndexOf('/') : -1;
  const [body, flags] = end > 0 ? [source.slice(1, end), source.slice(end + 1)] : [source, ''];
  const [, head = '', middle = '', tail = ''] = /^(\^?(?:\\b)?)(.*?)((?:\\b)?\$?)$/s.exec(body) ?? [];
  const [starts, ends] = [head.startsWith('^'), tail.endsWith('$') && !isEscaped(middle, tail)];
  if (flags.includes('m') && (starts || ends)) return undefined;
  const pieces = piecesOf(middle, head === '' && tail === '');
  if (pieces === undefined || (lines && pieces.length > 1)) return undefined;
  const bounded = [starts || head.endsWith('\\b'), ends || tail.startsWith('\\b')];
  const asWord = head.endsWith('\\b') || tail.startsWith('\\b');
  if (asWord && !(bounded.every(Boolean) && pieces.length === 1 && pieces[0]?.every(isWord)))
    return undefined;
  return {
    pieces,
    start: starts,
    end: ends,
    word: asWord,
    ignoresCase: flags.includes('i'),
  };
}

/** `\$` and `\\b` are characters of the text, whatever stands before them. */
const isEscaped = (middle: string, tail: string): boolean =>
  tail !== '' && (/\\+$/.exec(middle)?.[0].length ?? 0) % 2 === 1;

const isWord = (text: string): boolean => /^\w.*\w$|^\w$/s.test(text);

function piecesOf(body: string, isAll: boolean): readonly (readonly string[])[] | undefined {
  const parts = body.split('.*');
  // A choice outside of brackets reaches to the ends of the pattern, `^` and `$` included.
  const pieces = parts.map((part) => textsOf(part, isAll && parts.length === 1 ? alternatives : sequence));
  return pieces.length <= mostPieces && pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

/** All texts that it can stand for, if they are few and none is empty. */
function textsOf(
  body: string,
  read: (reader: Reader) => readonly string[] | undefined,
): readonly string[] | undefined {
  const reader = { rest: body };
  const texts = read(reader);
  if (texts === undefined || reader.rest !== '' || texts.includes('')) return undefined;
  return texts;
}

interface Reader {
  rest: string;
}

function alternatives(reader: Reader): readonly string[] | undefined {
  const all: string[] = [];
  for (;;) {
    const texts = sequence(reader);
    if (texts === undefined) return undefined;
    all.push(...texts);
    if (!reader.rest.startsWith('|')) break;
    reader.rest = reader.rest.slice(1);
  }
  const distinct = [...new Set(all)];
  return distinct.length <= mostTexts ? distinct : undefined;
}

function sequence(reader: Reader): readonly string[] | undefined {
  let texts: readonly string[] = [''];
  while (reader.rest !== '' && !/^[|)]/.test(reader.rest)) {
    const unit = atom(reader);
    if (unit === undefined) return undefined;
    const isOptional = reader.rest.startsWith('?');
    if (isOptional) reader.rest = reader.rest.slice(1);
    // Counts, and what is lazy or possessive, are beyond a few words.
    if (/^[?*+{]/.test(reader.rest)) return undefined;
    const choices = isOptional ? ['', ...unit] : unit;
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    if (texts.length > mostTexts) return undefined;
  }
  return texts;
}

/** A character, an escaped one, a class of plain characters, or a group. */
function atom(reader: Reader): readonly string[] | undefined {
  const [taken, plain, escaped, inClass] =
    /^(?:([^\\^$.|?*+()[\]{}])|\\([^\p{L}\p{N}\s_])|\[([^\\^\]\-[]+)\])/u.exec(reader.rest) ?? [];
  if (taken !== undefined) {
    reader.rest = reader.rest.slice(taken.length);
    return inClass === undefined ? [plain ?? escaped ?? ''] : [...new Set(inClass)];
  }
  const open = /^\((?:\?:)?(?!\?)/.exec(reader.rest)?.[0];
  if (open === undefined) return undefined;
  reader.rest = reader.rest.slice(open.length);
  const texts = alternatives(reader);
  if (texts === undefined || !reader.rest.startsWith(')')) return undefined;
  reader.rest = reader.rest.slice(1);
  return texts;
}
