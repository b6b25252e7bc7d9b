import { dirname, join } from 'node:path';
import type { Outside } from '../collect/looking';
import type { AnswerFact } from '../evidence/facts';
import { readAnswers } from './answers/read-answers';
import type { LoadedLab } from './load-labs';

/** The file of a student's answers, beside the lab's. */
export const answersName = 'answers.yaml';

/** What is neither in the engine nor in its containers: the students' answers, from the file beside each lab or from `override`. */
export function outsideOf(labs: readonly LoadedLab[], override?: string): Outside {
  const files = new Map(
    labs.map(({ lab, path }) => [
      lab.id,
      { path: join(dirname(path), answersName), shown: join(dirname(lab.file), answersName) },
    ]),
  );
  return {
    answer: (lab, question) => {
      const beside = files.get(lab);
      const file = override ?? beside?.shown ?? answersName;
      return Promise.resolve({ value: answerTo(question, override ?? beside?.path ?? answersName, file) });
    },
  };
}

/** Read each time: a lab asks few questions, and `watch` looks again at a file that has changed. */
function answerTo(question: string, path: string, file: string): AnswerFact {
  const answers = readAnswers(path);
  if (!answers.ok) return { file, text: null, problem: answers.error };
  const answer = answers.value.get(question);
  if (answer === undefined) return { file, text: null };
  return answer.ok ? { file, text: answer.value } : { file, text: null, problem: answer.error };
}
