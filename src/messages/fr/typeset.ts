/**
 * French typography: no line may begin with a mark that a space stands before, so that space, and those inside guillemets, do not
 * break. Texts are written with plain spaces and set here, once.
 */
export const typeset = (text: string): string =>
  text.replace(/ (?=[:;?!»](?:[\s\u00a0).,…]|$))/g, '\u00a0').replace(/« /g, '«\u00a0');
