import type { LineMistake } from '../../evidence/facts';
import { quote as q } from './quote';

/** What is wrong with a line of an answers file; `line` is the student's own. */
export const answerLines: Readonly<Record<LineMistake, (line: string) => string>> = {
  'no-space': (line) =>
    `il manque une espace après le deux-points ; écrivez ${q(line.replace(/:\s*/, ': '))}`,
  tab: () => 'elle commence par une tabulation ; effacez-la, la clé se place tout au début de la ligne',
  indent: (line) => `elle commence par une espace ; placez ${q(line)} tout au début de la ligne`,
  quotes: (line) =>
    `les guillemets de ${q(line)} ne vont pas par deux ; enlevez-les, ils ne servent à rien ici`,
  sign: (line) => `dans ${q(line)}, la réponse commence par un signe réservé ; mettez-la entre apostrophes`,
  colon: (line) => `dans ${q(line)}, la réponse contient un deux-points ; mettez-la entre apostrophes`,
  'equals-sign': (line) => `la clé est suivie d’un signe égal ; écrivez ${q(line.replace(/\s*=\s*/, ': '))}`,
  'no-key': (line) =>
    `${q(line)} n’a pas de clé ; la réponse s’écrit à la suite de sa clé, sur la même ligne`,
};
