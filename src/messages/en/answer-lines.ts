import type { LineMistake } from '../../evidence/facts';
import { quote as q } from './quote';

/** What is wrong with a line of an answers file; `line` is the student's own. */
export const answerLines: Readonly<Record<LineMistake, (line: string) => string>> = {
  'no-space': (line) => `the space after the colon is missing; write ${q(line.replace(/:\s*/, ': '))}`,
  tab: () => 'it begins with a tab; remove it, the key stands at the very start of the line',
  indent: (line) => `it begins with a space; put ${q(line)} at the very start of the line`,
  quotes: (line) => `the quotes in ${q(line)} do not come in pairs; remove them, they are not needed here`,
  sign: (line) => `in ${q(line)} the answer begins with a reserved sign; put it between single quotes`,
  colon: (line) => `in ${q(line)} the answer has a colon in it; put it between single quotes`,
  'equals-sign': (line) => `an equals sign follows the key; write ${q(line.replace(/\s*=\s*/, ': '))}`,
  'no-key': (line) => `${q(line)} has no key; the answer is written behind its key, on the same line`,
};
