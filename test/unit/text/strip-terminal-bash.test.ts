import { expect, test } from '@jest/globals';
import { stripTerminal } from '../../../src/text/terminal';

// Recorded from bash 5.2 on a pty of 80 columns, TERM=xterm; `<` stands for backspace and ESC is written as `^[`.
const bash = (shown: string): string => shown.replaceAll('<', '\b').replaceAll('^[', '\x1b');
const PROMPT = '^[[?2004hroot@x:/# ';

test.each([
  ['a typing error rubbed out', 'echo hellp<^[[Ko', 'echo hello'],
  [
    'a letter inserted with the left arrow',
    'echo apt instal nginx<<<<<<l nginx<<<<<<',
    'echo apt install nginx',
  ],
  [
    'two letters rubbed out and typed again inside',
    'echo instal nginx<<<<<<<^[[1P nginx<<<<<<l nginx<<<<<<l nginx<<<<<<',
    'echo install nginx',
  ],
  [
    'Ctrl-A, two letters, Ctrl-E',
    'echo abcdef<<<<<<<<<<<^[[2@# ^[[C^[[C^[[C^[[C^[[C^[[C^[[C^[[C^[[C^[[C^[[C end',
    '# echo abcdef end',
  ],
  ['Ctrl-W', 'echo wrongword<<<<<<<<<^[[Kright', 'echo right'],
  [
    'a line longer than the terminal',
    `echo ${'a'.repeat(49)} apt install -y  \rnginx python3 curl<^[[KX`,
    `echo ${'a'.repeat(49)} apt install -y nginx python3 curX`,
  ],
])('%s', (_, typed, expected) => {
  const recording = bash(`${PROMPT}${typed}\r\n^[[?2004l\rdone\r\n${PROMPT}`);
  expect(stripTerminal(recording)).toBe(`root@x:/# ${expected}\ndone\nroot@x:/# `);
});
