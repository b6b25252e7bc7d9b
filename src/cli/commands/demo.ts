import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CleanRoomError,
  openCleanRoom,
  parseSession,
  playSession,
  prepareMachine,
  resetRoom,
  type CleanRoom,
  sessionProblemText,
  stepText,
  type Step,
  textOfCleanRoomError,
} from '../../cleanroom';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { loadLabs } from '../../grading/load-labs';
import { formatProblems } from '../../spec/format-problems';
import { localize, type Language } from '../../text/language';
import { escapeTerminal, wrap } from '../../text/terminal';
import { endOnInterrupt } from '../ending';
import type { Io } from '../io';
import { sayLines } from '../say';
import { packageRoot } from '../package-root';

/**
 * `vigie demo`: a disposable engine, the reference session of each lab played on it as a student would, graded by the same command
 * that students use, and all of it removed again, also at Ctrl-C.
 */
export async function demo(names: readonly string[], io: Io): Promise<ExitCode> {
  const folder = join(packageRoot, 'labs');
  const labs = loadLabs(names, folder, io.cwd);
  if (!labs.ok) {
    io.err(formatProblems(labs.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const word = words[io.language];
  const log = (line: string): void => {
    io.out(`  ${escapeTerminal(line)}\n`);
  };
  const release = endOnInterrupt(io.language, 'demo');
  try {
    io.out(`${wrap(word.preparing, io.columns).join('\n')}\n`);
    const tell = (step: Step): void => {
      log(stepText(step, io.language));
    };
    await prepareMachine({ onStep: tell });
    await using room = await openCleanRoom({ onStep: tell });
    let worst: ExitCode = exitCodes.reached;
    for (const [index, { lab, path }] of labs.value.entries()) {
      if (index > 0) await resetRoom(room);
      io.out(
        `\n${word.playing} ${escapeTerminal(`${lab.id} · ${localize(lab.title, io.language, lab.lang)}`)}\n`,
      );
      const code = await playAndGrade(room, path, io, log);
      worst = Math.max(worst, code) as ExitCode;
    }
    io.out(`${word.removing}\n`);
    return worst;
  } catch (error) {
    if (!(error instanceof CleanRoomError)) throw error;
    io.err(sayLines([`${word.trouble} ${escapeTerminal(textOfCleanRoomError(error, io.language))}`], io));
    return exitCodes.incomplete;
  } finally {
    release();
  }
}

/** The labs build on each other, but each reference session stands for itself: it begins on an empty engine. */
async function playAndGrade(
  room: CleanRoom,
  labFile: string,
  io: Io,
  log: (line: string) => void,
): Promise<ExitCode> {
  const session = parseSession(readFileSync(join(labFile, '..', 'sessions', 'reference.session'), 'utf8'));
  if (!session.ok)
    throw new Error(
      session.error.map(({ line, message }) => `${labFile}, session line ${line}: ${message}`).join('\n'),
    );
  const { problem } = await playSession(room, session.value, { log });
  if (problem) {
    io.err(`${words[io.language].stuck} ${escapeTerminal(sessionProblemText(problem, io.language))}\n`);
    return exitCodes.incomplete;
  }
  io.out('\n');
  return gradeInside(room, labFile, io.language);
}

/** The very command of the students, where `localhost` is the room's; its report goes straight to this terminal. */
function gradeInside(room: CleanRoom, labFile: string, language: Language): Promise<ExitCode> {
  const command = [process.execPath, join(packageRoot, 'dist', 'cli', 'main.js'), 'grade', labFile];
  const [program = '', ...args] = room.enter([
    ...command,
    '--lang',
    language,
    '--answers',
    join(room.home, 'answers.yaml'),
  ]);
  const env = { ...process.env, ...room.env, VIGIE_STATE: join(room.home, '.vigie') };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code === 0 || code === 1 || code === 2 ? code : exitCodes.incomplete);
    });
  });
}

const words: Readonly<
  Record<Language, Readonly<Record<'preparing' | 'playing' | 'removing' | 'stuck' | 'trouble', string>>>
> = {
  fr: {
    preparing:
      'Préparation d’un moteur Docker jetable (la première fois, plusieurs minutes : une image de base est construite)…',
    playing: 'Séance modèle du TP',
    removing: 'Le moteur jetable est supprimé : il n’en reste rien.',
    stuck: 'La séance n’a pas pu être jouée jusqu’au bout :',
    trouble: 'Le moteur jetable n’a pas pu être préparé :',
  },
  en: {
    preparing: 'Preparing a disposable Docker engine (the first time takes minutes: a base image is built)…',
    playing: 'Reference session of lab',
    removing: 'The disposable engine is removed: nothing is left of it.',
    stuck: 'The session could not be played to its end:',
    trouble: 'The disposable engine could not be prepared:',
  },
};
