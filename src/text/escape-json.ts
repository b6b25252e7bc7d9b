// What JSON itself leaves as it is, and a terminal or an editor does not: DEL, C1 controls, bidi and other format characters, line ends.
// And `##[`, which GitHub's runner takes for a command wherever it is printed.
const invisible = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/gu;

/** The same JSON in visible characters: it may be shown in a terminal. */
export const escapeInvisible = (json: string): string =>
  json.replace(invisible, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
