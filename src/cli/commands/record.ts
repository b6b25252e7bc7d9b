import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { writeNew } from '../../grading/write-file';
import type { Language } from '../../text/language';
import type { Io } from '../io';
import { recordTerminal } from '../record-terminal';
import { sayLines } from '../say';
import { textOfTrouble, troubleOf } from '../../text/file-trouble';

const defaultFile = 'my.session';

/** `vigie record`: the student's own shell, and a session of what was typed in it. 0 written, 2 cannot be begun, 3 could not be written. */
export async function record(name: string | undefined, io: Io): Promise<ExitCode> {
  const word = words[io.language];
  const file = name ?? defaultFile;
  const path = resolve(io.cwd, file);
  const refuse = (says: string): ExitCode => {
    io.err(sayLines([says], io));
    return exitCodes.usage;
  };
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !io.isTty) return refuse(word.noTerminal);
  if (io.env['VIGIE_RECORDING']) return refuse(word.nested);
  if (existsSync(path)) return refuse(word.exists(file));
  try {
    // Before anything is typed: all of it would be lost at the end.
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    return refuse(word.unwritable(file, textOfTrouble(troubleOf(error), io.language)));
  }
  io.err(sayLines([word.begins], io));
  const { lines, end } = await recordTerminal(io.env['SHELL'] || '/bin/sh', { input, output }, process.env);
  try {
    // What was typed may be private: for its author alone, until it is handed in.
    writeNew(path, `${lines.join('\n')}\n`, 0o600);
  } catch (error) {
    io.err(sayLines([word.unwritable(file, textOfTrouble(troubleOf(error), io.language))], io));
    return exitCodes.incomplete;
  }
  if (end === 'exit') io.err(sayLines([word.written(file)], io));
  return exitCodes.reached;
}

interface RecordWords {
  readonly noTerminal: string;
  readonly nested: string;
  readonly exists: (file: string) => string;
  readonly begins: string;
  readonly written: (file: string) => string;
  readonly unwritable: (file: string, detail: string) => string;
}

const words: Readonly<Record<Language, RecordWords>> = {
  fr: {
    noTerminal: 'vigie record a besoin d’un terminal : ni l’entrée ni la sortie ne peuvent être redirigées.',
    nested: 'Une session est déjà en cours d’enregistrement dans ce terminal.',
    exists: (file) => `« ${file} » existe déjà : choisissez un autre nom.`,
    begins:
      'Enregistrement : tapez comme d’habitude, puis exit pour finir. Ce qui est affiché n’est pas gardé, ni un mot de passe qui ne s’affiche pas ; une commande qui contient un secret l’est.',
    written: (file) => `Session écrite dans « ${file} » : relisez-la avant de la rendre.`,
    unwritable: (file, detail) => `« ${file} » n’a pas pu être écrit : ${detail}`,
  },
  en: {
    noTerminal: 'vigie record takes a terminal: neither input nor output can be redirected.',
    nested: 'A session is already being recorded in this terminal.',
    exists: (file) => `"${file}" is already there: choose another name.`,
    begins:
      'Recording: type as usual, then exit to finish. What is shown is not kept, nor a password that is not shown; a command with a secret in it is.',
    written: (file) => `Session written to "${file}": read it before you hand it in.`,
    unwritable: (file, detail) => `"${file}" could not be written: ${detail}`,
  },
};
