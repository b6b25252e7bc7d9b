import type { Language } from '../../text/language';
import type { FormatName } from './names';

/** Why a format cannot be written. */
export type FormatProblem =
  /** Its reader takes a mark, and there is none yet. */
  | { readonly code: 'format.incomplete' }
  /** Variables of the environment that its reader's runner sets are missing. */
  | { readonly code: 'format.environment-missing'; readonly names: readonly string[] }
  | {
      readonly code: 'format.environment-wrong';
      readonly name: string;
      readonly value: string;
      readonly expected: string;
    }
  | { readonly code: 'format.too-large'; readonly limit: number };

/** In one sentence, with its code; not escaped: a value of the environment may be in it. */
export function textOfFormatProblem(problem: FormatProblem, format: FormatName, language: Language): string {
  return `${texts[language](problem, format)} [${problem.code}]`;
}

const texts: Readonly<Record<Language, (problem: FormatProblem, format: FormatName) => string>> = {
  fr: (problem, format) => {
    switch (problem.code) {
      case 'format.incomplete':
        return `Le rapport ${format} n’est pas écrit : la note est incomplète, et ce format ne connaît que des notes. Une note déjà publiée reste en place.`;
      case 'format.environment-missing':
        return `Le rapport ${format} n’est pas écrit : il manque des variables d’environnement, ${problem.names.join(', ')}.`;
      case 'format.environment-wrong':
        return `Le rapport ${format} n’est pas écrit : la variable ${problem.name} vaut « ${problem.value} » ; attendu : ${problem.expected}.`;
      case 'format.too-large':
        return `Le rapport ${format} n’est pas écrit : il dépasserait ${problem.limit} octets, que son lecteur refuse.`;
    }
  },
  en: (problem, format) => {
    switch (problem.code) {
      case 'format.incomplete':
        return `The ${format} report is not written: the mark is incomplete, and this format knows only marks. An earlier mark stays as it is.`;
      case 'format.environment-missing':
        return `The ${format} report is not written: variables of the environment are missing: ${problem.names.join(', ')}.`;
      case 'format.environment-wrong':
        return `The ${format} report is not written: ${problem.name} is "${problem.value}"; expected: ${problem.expected}.`;
      case 'format.too-large':
        return `The ${format} report is not written: it would have more than ${problem.limit} bytes, which its reader refuses.`;
    }
  },
};
