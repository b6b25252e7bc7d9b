import { describe, expect, test } from '@jest/globals';
import { isEchoed, promptAt } from '../../../src/cleanroom/sessions/prompts';

const HOST = 'student-1a2b3c$ ';

describe('promptAt', () => {
  test.each([
    ['the host prompt', `ls\r\nfile\r\n${HOST}`, 'host'],
    ['the host prompt right behind a detached session', HOST, 'host'],
    ['the host prompt behind a page without an end of line', `curl -s localhost\r\nIt works${HOST}`, 'host'],
    ['the host prompt behind that of a shell just left', `root@8c390f9178ce:/# ${HOST}`, 'host'],
    ['a shell with bracketed paste', 'ls\r\n\x1b[?2004l\r\x1b[?2004hroot@8c390f9178ce:/# ', 'container'],
    ['a shell in a folder', 'cd /etc\r\nroot@8c390f9178ce:/etc/nginx# ', 'container'],
    ['a shell that drew its prompt anew', '\r\nx\r\rroot@8c390f9178ce:/# ', 'container'],
    [
      'a prompt behind the progress bar of apt',
      'done\r\n\x1b7\x1b[0;50r\x1b8\x1b[1A\x1b[J\x1b[?2004hroot@8c390f9178ce:/# ',
      'container',
    ],
    ["busybox's shell", 'ls\r\n/ # ', 'container'],
    ['a bare sh', 'sh\r\n# ', 'container'],
    ['a user without rights', 'su\r\nwww@8c390f9178ce:/$ ', 'container'],
    ["python's prompt", 'python3\r\nType "help"\r\n>>> ', 'program'],
    ['a block in python', 'if 1:\r\n... ', 'program'],
  ])('recognises %s', (_, recording, kind) => {
    expect(promptAt(recording, HOST)).toBe(kind);
  });

  test.each([
    ['nothing was shown yet', ''],
    ['a prompt is drawn before Enter was echoed', '\rroot@8c390f9178ce:/# '],
    ['a line only ends like a prompt', 'x\r\nGet:1 price in $ '],
    ['a command runs', `ls\r\n${HOST}ls\r\n`],
    ['a line is being typed', `\r\n${HOST}doc`],
    ['another host has a prompt like ours', 'x\r\nstudent-ffffff$ '],
    ['a download goes on', 'x\r\n[===>      ] '],
  ])('sees none when %s', (_, recording) => {
    expect(promptAt(recording, HOST)).toBeUndefined();
  });
});

describe('a typed line', () => {
  test.each([
    ['is echoed as it was typed', 'apt update', 'root@8c390f9178ce:/# apt update\r\n'],
    ['is echoed between control sequences', 'ls -l', '\x1b[?2004hls \x1b[1m-l\x1b[0m\x1b[?2004l\r\n'],
    [
      'is broken where the terminal ends',
      `echo ${'x'.repeat(30)}`,
      `echo ${'x'.repeat(20)} \r${'x'.repeat(10)}\r\n`,
    ],
    [
      'is shown by its end only',
      `echo ${'a'.repeat(300)} the very end of it`,
      `<${'a'.repeat(80)} the very end of it\r\n`,
    ],
    ['holds what a pattern would mean', 'echo $(ls *.[ch]) | wc -l', '$ echo $(ls *.[ch]) | wc -l\r\nfile'],
    ['is empty', '', ''],
  ])('counts as echoed when it %s', (_, typed, recording) => {
    expect(isEchoed(recording, typed)).toBe(true);
  });

  test.each([
    [
      'an attached shell draws its prompt again',
      'apt update',
      '\r\nroot@8c390f9178ce:/# \r\nroot@8c390f9178ce:/# ',
    ],
    ['it is still being echoed', 'apt update', '\r\nroot@8c390f9178ce:/# apt upd'],
    ['its line has not ended', 'apt update', '\r\nroot@8c390f9178ce:/# apt update'],
  ])('does not while %s', (_, typed, recording) => {
    expect(isEchoed(recording, typed)).toBe(false);
  });
});
