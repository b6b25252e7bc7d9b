/**
 * French typography: no line may begin with a mark that a space stands before, so that space, and those inside guillemets, do not
 * break. Texts are written with plain spaces and set here, once.
 */
export const typeset = (text: string): string =>
  // Escapes: esbuild leaves patterns as they are, and one character beyond ASCII doubles the memory that a whole bundle takes.
  text.replace(/ (?=[:;?!\u00bb](?:[\s\u00a0).,\u2026]|$))/g, '\u00a0').replace(/\u00ab /g, '«\u00a0');
