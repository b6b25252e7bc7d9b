import { describe, expect, test } from '@jest/globals';
import { stripTerminal } from '../../../src/text/terminal';

describe('stripTerminal', () => {
  test.each([
    ['plain text is left alone', 'a\nb é 漢\n', 'a\nb é 漢\n'],
    ['colours', '\x1b[1;31mred\x1b[0m \x9b32mgreen', 'red green'],
    ['window titles', '\x1b]0;root@x: /\x07root@x:/# ', 'root@x:/# '],
    ['a title ended by ST', 'a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b', 'alinkb'],
    ['a title without an end swallows its line only', 'a\x1b]0;never ends\nnext', 'a\nnext'],
    ['a title without an end swallows 4096 characters', `\x1b]${'x'.repeat(4096)}text`, 'text'],
    ['device control strings', 'a\x1bPq#0\x1b\\b', 'ab'],
    ['character sets and modes', '\x1b(B\x1b[?25h\x1b=\x1b7x', 'x'],
    ['bracketed paste', 'x$ \x1b[?2004h\x1b[200~ls\x1b[201~\r\n\x1b[?2004l\rbin', 'x$ ls\nbin'],
    ['line ends of a TTY', 'a\r\nb\r\r\nc\r\n', 'a\nb\nc\n'],
    ['pieces of a progress line are all kept', '10%\r50%\r100%\ndone', '10%\n50%\n100%\ndone'],
    ['a short message that ends in a blank', 'wait \rdone', 'wait \ndone'],
    ['a message wiped by many blanks', `0%\r${' '.repeat(60)}\rGet:1`, `0%\n${' '.repeat(60)}\nGet:1`],
    ['a message wiped by blanks', '0% [Working]\r            \rGet:1', '0% [Working]\n            \nGet:1'],
    [
      'a line wrapped while it was typed',
      `${'x'.repeat(58)} apt install  \rnginx\r\nok`,
      `${'x'.repeat(58)} apt install nginx\nok`,
    ],
    ['backspaces on the last line', 'abc\b\b', 'a'],
    ['erasing by a terminal driver', 'abd\b \bc\r\n', 'abc\n'],
    ['erasing the last letter', 'lss\b \b\r\nx', 'ls\nx'],
    ['erasing to the end of the line', 'abd\b\b\x1b[K\r\nx', 'a\nx'],
    ['erasing as busybox does', 'lss\b\x1b[J\r\nx', 'ls\nx'],
    ['erasing the whole line', 'wrong\x1b[2Kright', 'right'],
    [
      'a letter inserted in the middle',
      'apt instal nginx\b\b\b\b\b\b\x1b[1@l\r\nok',
      'apt install nginx\nok',
    ],
    [
      'a letter inserted by writing the rest again',
      'apt instal nginx\b\b\b\b\b\bl nginx\b\b\b\b\b\b\r\n',
      'apt install nginx\n',
    ],
    ['a letter deleted in the middle', 'nginxx -v\x1b[4D\x1b[1P\r\n', 'nginx -v\n'],
    ['moving right over text', 'abc\b\b\b\x1b[2CX\r\n', 'abX\n'],
    ['moving right over nothing leaves a blank', 'a\x1b[10Cb', 'a b'],
    ['a jump to elsewhere starts a line', 'a\x1b[H\x1b[2Jb\x1b[5;1Hc', 'a\nb\nc'],
    ['too many backspaces', '\b\b\bab', 'ab'],
    ['tabs stay', 'a\tb\x07', 'a\tb'],
    ['DEL and NUL vanish', 'a\x7f\x00b', 'ab'],
    ['a lone escape at the end', 'a\x1b', 'a'],
    ['a sequence cut off at the end', 'a\x1b[31', 'a'],
    ['nothing', '', ''],
  ])('%s', (_, recording, expected) => {
    expect(stripTerminal(recording)).toBe(expected);
  });
});
