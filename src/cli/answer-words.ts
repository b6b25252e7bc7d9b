import type { Language } from '../text/language';

interface Words {
  readonly written: (line: string, file: string) => string;
  readonly noSuchQuestion: (
    lab: string,
    question: string,
    asked: readonly string[],
    near: string | undefined,
  ) => readonly string[];
  readonly noAnswer: (key: string) => string;
  readonly unwritable: (file: string, trouble: string) => string;
}

export const answerWords: Readonly<Record<Language, Words>> = {
  fr: {
    written: (line, file) => `Réponse notée dans ${file} : ${line}`,
    noSuchQuestion: (lab, question, asked, near) =>
      asked.length === 0
        ? [`Le TP ${lab} ne pose pas de question.`]
        : [
            `Le TP ${lab} ne pose pas la question « ${question} »${near === undefined ? '' : ` ; vouliez-vous dire « ${near} » ?`}`,
            `Ses questions : ${asked.join(', ')}`,
          ],
    noAnswer: (key) => `La réponse à « ${key} » doit tenir en une ligne, et ne pas être vide.`,
    unwritable: (file, trouble) => `La réponse n’a pas pu être écrite dans ${file} : ${trouble}`,
  },
  en: {
    written: (line, file) => `Answer noted in ${file}: ${line}`,
    noSuchQuestion: (lab, question, asked, near) =>
      asked.length === 0
        ? [`Lab ${lab} asks no question.`]
        : [
            `Lab ${lab} does not ask "${question}"${near === undefined ? '.' : `; did you mean "${near}"?`}`,
            `Its questions: ${asked.join(', ')}`,
          ],
    noAnswer: (key) => `The answer to "${key}" has to be one line, and not empty.`,
    unwritable: (file, trouble) => `The answer could not be written to ${file}: ${trouble}`,
  },
};
