import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSession, playSession, type CleanRoom, type Transcript } from '../../../src/cleanroom';

const MINUTE = 60_000;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-attached-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A shell that drew its prompt before anybody looked: the next one comes after Enter. */
const silentShell = `#!/bin/sh
read -r nothing
exec env PS1='root@0123456789ab:/# ' bash --norc --noprofile -i
`;

/** As docker's own terminal: what is pressed before it is attached is lost, and Ctrl-P Ctrl-Q leaves it. */
const lateTerminal = `#!/usr/bin/python3
import os, sys, termios, tty
before = termios.tcgetattr(0)
tty.setraw(0, termios.TCSAFLUSH)
os.write(1, b'root@0123456789ab:/# ')
seen = b''
while not seen.endswith(b'\\x10\\x11'): seen += os.read(0, 1)
termios.tcsetattr(0, termios.TCSADRAIN, before)
os.write(1, b'read escape sequence\\r\\n')
`;

/** Plays at a real terminal where `docker` is this script. */
function playWith(docker: string, text: string): Promise<Transcript> {
  writeFileSync(join(folder, 'docker'), docker, { mode: 0o755 });
  // Not every machine has one, and none shall become root here.
  writeFileSync(join(folder, 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n', { mode: 0o755 });
  const session = parseSession(text);
  if (!session.ok) throw new Error(session.error.map(({ message }) => message).join('\n'));
  const room: Pick<CleanRoom, 'home' | 'env' | 'confine'> = {
    home: folder,
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
    confine: (argv) => [...argv],
  };
  // A terminal takes no more of a room than these.
  return playSession(room as CleanRoom, session.value, { deadlineMs: 20_000 });
}

test.each([
  'docker attach ubuntu',
  'sudo -n true; docker container attach ubuntu',
  'docker start -ai ubuntu',
])(
  'Enter is pressed where the shell that "%s" leads to draws no prompt',
  async (attach) => {
    const { problem, entries } = await playWith(
      silentShell,
      `$ ${attach}\n# echo it$((1)) runs\n# exit\n$ true\n`,
    );
    expect(problem).toBeUndefined();
    expect(entries[1]?.output).toContain('it1 runs');
  },
  MINUTE,
);

test(
  'keys that leave what is attached to are pressed when it is attached',
  async () => {
    const { problem, entries } = await playWith(
      lateTerminal,
      '$ docker attach ubuntu\n<Ctrl-P><Ctrl-Q>\n$ echo back\n',
    );
    expect(problem).toBeUndefined();
    expect(entries[1]?.output).toContain('read escape sequence');
  },
  MINUTE,
);
