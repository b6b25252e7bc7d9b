#!/usr/bin/env node
import './begin';
import { CommanderError } from 'commander';
import { exitCodes } from '../grading/exit-code';
import { commandParts } from './program/command-parts';
import { breakOff } from './break-off';
import { endProcess, ignoreClosedPipes } from './ending';
import { processIo } from './io';
import { nestedHelp } from './program/nested-help';
import { createProgram, type AskedHelp } from './program/program';
import { sayLines } from './say';
import { languageWish, textOfUsageError } from './program/usage-error';

const typed = process.argv.slice(2);
const io = processIo(languageWish(typed));
ignoreClosedPipes(io.language);

let exitCode: number = exitCodes.incomplete;
let asked: AskedHelp | undefined;
const parts = commandParts(io.language, (code) => {
  exitCode = code;
});

const program = createProgram(parts, {
  sayError: (says) => {
    io.err(sayLines([textOfUsageError(says, io.language)], io));
  },
  askHelp: (help) => {
    asked = help;
  },
});

void program
  .parseAsync(nestedHelp(typed, program), { from: 'user' })
  .catch(async (error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    // Help and --version end this way too, with 0; where a command is missing, help is what is wrong.
    exitCode = error.exitCode === 0 ? exitCodes.reached : exitCodes.usage;
    if (!asked) return;
    const { textOfHelp } = await import('./commands/help.js');
    (error.exitCode === 0 ? io.out : io.err)(textOfHelp(asked, io.language));
  })
  .then(() => endProcess(exitCode))
  .catch(breakOff);
