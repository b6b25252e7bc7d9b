import { Lexer } from 'yaml';

/** A lab nests ten levels at most; the rest is room for matchers inside of matchers. */
export const maxDepth = 64;
/** A lab of 300 checks has about 15 000. */
export const maxTokens = 100_000;
/** Parts that aliases may add to a lab; a bomb multiplies a few into billions. */
const maxAliased = 5000;

/** How large a file may be, in parts. */
export interface YamlLimits {
  readonly tokens: number;
  readonly aliased: number;
}
export const labLimits: YamlLimits = { tokens: maxTokens, aliased: maxAliased };

/**
 * Whether the text is more than a lab (or what has `limit` tokens) can need. Reading it would take gigabytes (nesting) or many seconds (number of parts), while
 * cutting it into tokens is cheap and stops at the first token too many.
 */
export function excess(text: string, limit = maxTokens): 'deep' | 'many' | undefined {
  let flowDepth = 0;
  // `- - - x` nests without brackets and without new lines.
  let indicators = 0;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (token === '[' || token === '{') flowDepth += 1;
    else if (token === ']' || token === '}') flowDepth = Math.max(0, flowDepth - 1);
    else if (token === '-' || token === '?') indicators += 1;
    else if (token.endsWith('\n')) indicators = 0;
    if (flowDepth > maxDepth || indicators > maxDepth) return 'deep';
    if (tokens > limit) return 'many';
  }
  return undefined;
}
