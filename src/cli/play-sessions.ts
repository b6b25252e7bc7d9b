import { homeFolder } from '../collect/connect/world';
import { dirname, join } from 'node:path';
import { CleanRoomError, stepText, textOfCleanRoomError } from '../cleanroom';
import type { LoadedLab } from '../grading/load-labs';
import { escapeTerminal } from '../text/terminal';
import type { SessionProof } from '../verify/proof';
import { words } from '../verify/report/words';
import { playLab, type PlayedLab } from '../verify/sessions/play-lab';
import { openRooms } from '../verify/sessions/rooms';
import { readSessions, referenceName, type SessionFile } from '../verify/sessions/session-files';
import { makeStage } from '../verify/sessions/stage';
import type { Io } from './io';
import { packageRoot } from './package-root';
import { sayLines } from './say';

/** `unreadable`: a session that cannot be read, or a lab without one. `no-room`: no disposable engine could be had. */
export type NotPlayed = 'unreadable' | 'no-room';

/** Plays sessions of all labs on disposable engines, each with the command that students use, and says how each came out. */
export async function playSessions(
  labs: readonly LoadedLab[],
  onlyReference: boolean,
  io: Io,
): Promise<ReadonlyMap<string, PlayedLab> | NotPlayed> {
  const stories = labs.map((loaded) => ({ ...loaded, files: sessionsOf(loaded, onlyReference, io) }));
  if (stories.some(({ files }) => files.length === 0)) return 'unreadable';
  const grader = {
    main: join(packageRoot, 'dist', 'cli', 'main.js'),
    cache: io.env['XDG_CACHE_HOME'] || join(homeFolder(), '.cache'),
  };
  const played = new Map<string, PlayedLab>();
  try {
    await using rooms = await openRooms({
      onStep: (step) => {
        io.err(`  ${stepText(step, io.language)}\n`);
      },
    });
    const stage = makeStage(rooms);
    for (const { lab, path, files } of stories) {
      io.out(`${escapeTerminal(lab.id)}\n`);
      const options = { stage, grader, lab: [path], scale: lab.scale };
      played.set(
        lab.id,
        await playLab(files, options, (session) => {
          io.out(sessionText(session));
        }),
      );
    }
    return played;
  } catch (error) {
    if (!(error instanceof CleanRoomError)) throw error;
    io.err(
      sayLines(
        [`${words[io.language].noRoom} ${escapeTerminal(textOfCleanRoomError(error, io.language))}`],
        io,
      ),
    );
    return 'no-room';
  }
}

function sessionsOf({ lab, path }: LoadedLab, onlyReference: boolean, io: Io): readonly SessionFile[] {
  const files = readSessions(join(dirname(path), 'sessions'));
  const all = files.ok ? files.value : [];
  if (!files.ok) io.err(files.error.map((line) => `${escapeTerminal(line)}\n`).join(''));
  else if (!all.some(({ name }) => name === referenceName))
    io.err(`${escapeTerminal(lab.id)}: ${words[io.language].noReference}\n`);
  else return onlyReference ? all.filter(({ name }) => name === referenceName) : all;
  return [];
}

function sessionText({ name, title, problem, differences }: SessionProof): string {
  const isRight = problem === undefined && differences.length === 0;
  const lines = [
    `  ${isRight ? '✔' : '✘'} ${name}${title === name ? '' : `  ${title}`}`,
    ...[...(problem === undefined ? [] : [problem]), ...differences].map((line) => `      ${line}`),
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}
