import { dirname, join } from 'node:path';
import { caps } from '../../evidence/caps';
import { writeAnswer, type UnwrittenAnswer } from '../../grading/answers/write-answer';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { loadLabs, type LoadedLab } from '../../grading/load-labs';
import { localeOf } from '../../grading/locale';
import { answersName } from '../../grading/outside';
import { message } from '../../messages/message';
import { textOf } from '../../messages/render';
import { formatProblems } from '../../spec/format-problems';
import type { Lab } from '../../spec/lab';
import { textOfTrouble } from '../../text/file-trouble';
import { nearest } from '../../text/nearest';
import { answerWords } from '../answer-words';
import type { Io } from '../io';
import { sayLines } from '../say';

/** The flags of `vigie answer`, as the command line gives them. */
export interface AnswerFlags {
  readonly labs: string;
  readonly answers?: string;
}

/** `vigie answer LAB QUESTION ANSWER`: writes the answer into the lab's file of answers. It is graded later, not here. */
export function answer(name: string, question: string, text: string, flags: AnswerFlags, io: Io): ExitCode {
  const words = answerWords[io.language];
  const refuse = (lines: readonly string[]): ExitCode => {
    io.err(sayLines(lines, io));
    return exitCodes.usage;
  };
  const loaded = loadLabs([name], flags.labs, io.cwd);
  if (!loaded.ok) {
    io.err(formatProblems(loaded.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const [one] = loaded.value;
  const asked = questionsOf(one.lab);
  const key = asked.find((other) => other === question.replace(/:$/, ''));
  if (key === undefined)
    return refuse(words.noSuchQuestion(one.lab.id, question, asked, nearest(question, asked)));
  const given = text.trim();
  if (given === '' || given.length > caps.answer || /[\p{Cc}\u2028\u2029]/u.test(given))
    return refuse([words.noAnswer(key)]);
  const { path, shown } = fileOf(one, flags.answers);
  const written = writeAnswer(path, key, given);
  if (!written.ok) {
    io.err(sayLines(unwritten(written.error, shown, key, io), io));
    return written.error.code === 'answers.unwritable' ? exitCodes.incomplete : exitCodes.usage;
  }
  io.out(sayLines([words.written(`${key}: ${given}`, shown)], io));
  return exitCodes.reached;
}

const questionsOf = (lab: Lab): string[] =>
  lab.tasks.flatMap(({ checks }) =>
    checks.flatMap(({ kind, subject }) =>
      kind === 'answer' && typeof subject === 'string' ? [subject] : [],
    ),
  );

const fileOf = ({ lab, path }: LoadedLab, override: string | undefined) => ({
  path: override ?? join(dirname(path), answersName),
  shown: override ?? join(dirname(lab.file), answersName),
});

function unwritten(problem: UnwrittenAnswer, file: string, key: string, { language }: Io): readonly string[] {
  if (problem.code === 'answers.unwritable')
    return [answerWords[language].unwritable(file, textOfTrouble(problem.detail, language))];
  const { texts } = localeOf(language);
  const { says, hint } = textOf(message('answer.unreadable', { file, key, problem: problem.problem }), texts);
  return [says, ...(hint === undefined ? [] : [`→ ${hint}`])];
}
