/** Why a pattern cannot be used. `index` is where, in UTF-16 code units of the whole `/…/flags`. */
export interface PatternProblem {
  readonly code:
    | 'pattern-no-slashes'
    | 'pattern-empty'
    | 'pattern-too-long'
    | 'pattern-flag'
    | 'pattern-lookaround'
    | 'pattern-backreference'
    | 'pattern-atomic'
    | 'pattern-repeat-count'
    | 'pattern-unclosed'
    | 'pattern-unopened'
    | 'pattern-escape'
    | 'pattern-syntax';
  readonly index?: number;
  /** The piece at fault, or the engine's own words (English). */
  readonly detail?: string;
}

/**
 * Names a syntax error of RE2. RE2 gives its own words and the piece of the pattern at fault; what it lacks on purpose
 * (lookaround, backreferences) gets a code of its own, because authors know these from JavaScript.
 */
export function explainSyntaxError(
  body: string,
  words: string,
  fragment: string | undefined,
): PatternProblem {
  const piece = fragment ?? '';
  const code = codeOf(words, piece);
  const index = words === 'missing closing )' ? openParenthesis(body) : locate(body, piece);
  return {
    code,
    ...(index === undefined ? {} : { index: index + 1 }),
    detail: code === 'pattern-syntax' ? `${words}${piece === '' ? '' : `: ${piece}`}` : piece,
  };
}

function codeOf(words: string, piece: string): PatternProblem['code'] {
  if (/^\(\?<?[=!]/.test(piece)) return 'pattern-lookaround';
  if (/^\\[1-9k]/.test(piece)) return 'pattern-backreference';
  if (piece.startsWith('(?>') || /^[*+?}]\+$/.test(piece)) return 'pattern-atomic';
  if (words === 'invalid repeat count') return 'pattern-repeat-count';
  if (words.startsWith('missing closing')) return 'pattern-unclosed';
  if (words === 'unexpected )') return 'pattern-unopened';
  if (words === 'invalid escape sequence' || words.startsWith('trailing backslash')) return 'pattern-escape';
  return 'pattern-syntax';
}

/** Finds a piece where a token starts, so that `\1` is not found inside `\\1`. */
function locate(body: string, piece: string): number | undefined {
  if (piece === '') return body.endsWith('\\') ? body.length - 1 : undefined;
  if (piece === body) return unmatchedClose(body) ?? 0;
  for (let index = 0; index < body.length; index += body[index] === '\\' ? 2 : 1) {
    if (body.startsWith(piece, index)) return index;
  }
  return undefined;
}

function openParenthesis(body: string): number | undefined {
  return scanParentheses(body).open.at(-1);
}

function unmatchedClose(body: string): number | undefined {
  return scanParentheses(body).unmatchedClose;
}

function scanParentheses(body: string): { open: number[]; unmatchedClose?: number } {
  const open: number[] = [];
  // Escapes and classes are stepped over whole: a parenthesis inside them is only a character.
  for (const { 0: token, index } of body.matchAll(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|[()]/g)) {
    if (token === '(') open.push(index);
    else if (token === ')' && open.pop() === undefined) return { open, unmatchedClose: index };
  }
  return { open };
}
