import type { UnsafeText } from './problem';

const longest = 200;
/** Control characters, line ends of Unicode, lone halves of surrogates. */
const control = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Characters that are not seen and change how others are read: bidi, zero width, tags. Joiners are part of some names. */
const invisible = /(?![\u200c\u200d])\p{Cf}/u;

/** Why a text cannot stand in a gradebook; nobody is called like that. */
export function unsafeText(text: string): UnsafeText | undefined {
  if (text.trim() === '') return 'empty';
  if (text.length > longest) return 'too-long';
  if (control.test(text)) return 'control';
  if (invisible.test(text)) return 'direction';
  if (/^\s*[=+\-@]/.test(text)) return 'formula';
  return /[<>]/.test(text) ? 'markup' : undefined;
}

/** The text as far as it can be shown: whoever reads the result must see who is meant. */
export const shownText = (text: string): string =>
  text.slice(0, longest).replace(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
