import { describe, expect, test } from '@jest/globals';
import { visible } from '../../../../src/text/console/prompts';
import { readConsole, type ConsoleOptions } from '../../../../src/text/console/read-console';

const esc = '\u001b';
const prompt = 'root@b6c13eacabfa:/# ';
const right = (count: number) => `${esc}[C`.repeat(count);
/** As bash 5.1 and later frame it. */
const edited = (keys: string, output = '') => `${esc}[?2004h${prompt}${keys}\r\n${esc}[?2004l\r${output}`;
const lines = (recording: string, options?: ConsoleOptions) =>
  readConsole(recording, options).map(({ line }) => line);

// As a real bash drew it in a terminal of 40 columns: `XY` typed in the first row of three.
const inTheMiddle =
  'echo abcdefghijklmnopqrstuvwxyz0123456789 abcdefghijklmnopqrstuvwxyz' +
  `\r${esc}[A${right(39)}${'\b'.repeat(38)}\r${esc}[A${right(39)}` +
  `XYnopqrstuvwxyz0123456789 abcdefghijklmnopqrstuvwxyz${esc}[A\r${esc}[C\r\n\r`;

describe('what was typed at a prompt', () => {
  test('is read in turns, each with what it showed', () => {
    const recording = `${edited('id', 'uid=0\r\n')}${edited('ls', 'bin\r\n')}${esc}[?2004h${prompt}`;
    expect(
      readConsole(recording).map(({ output, ...turn }) => ({ ...turn, output: visible(output).trim() })),
    ).toEqual([
      { at: 'shell', line: 'id', output: 'uid=0', isOver: true },
      { at: 'shell', line: 'ls', output: 'bin', isOver: true },
    ]);
  });

  test('is the line as it ran, where it was edited in a row above', () => {
    expect(lines(edited(inTheMiddle), { widths: [40] })).toEqual([
      'echo abcdefghijklmXYnopqrstuvwxyz0123456789 abcdefghijklmnopqrstuvwxyz',
    ]);
  });

  test('is unclear where it reads differently at other widths, and no width is known', () => {
    // As a real bash drew it at 25 columns: the end of the line is wiped, which begins in the second row.
    const wiped = `echo -3u ey o yu.a1uioi i-y i1${esc}[A${right(16)}${esc}[K\r\n\r${esc}[K${esc}[A${right(16)}`;
    expect(lines(edited(wiped))).toEqual([undefined]);
    expect(lines(edited(wiped), { widths: [25] })).toEqual([expect.stringMatching(/^echo -3u ey/)]);
  });

  test('is what stands there after the window was resized', () => {
    const long = 'echo abcdefghijklmnopqrstuvwxyz0123456789';
    expect(lines(edited(`${long}\r${esc}[K\r${esc}[A${esc}[K\r${prompt}${long}x`))).toEqual([`${long}x`]);
  });

  test('is all of two rows that were made one, where the shell only writes up to its cursor', () => {
    // As a real bash drew it in 195 columns: two lines pasted, and what stood between them deleted.
    const joined =
      `echo ab-\r\n\rzz cd${'\b'.repeat(5)}${esc}[1P\r${esc}[A${prompt}echo ab-z cd` +
      `\r\n\r${esc}[K${esc}[A${prompt}echo ab-\b${esc}[1P`;
    for (const widths of [[195], [195, 80]])
      expect(lines(edited(joined), { widths })).toEqual(['echo abz cd']);
    expect(lines(edited(joined))).toEqual([undefined]);
  });

  test('is not what Ctrl-C dropped, nor what a list of completions was asked for', () => {
    const dropped = `${esc}[?2004h${prompt}apt install nginx^C${esc}[?2004l\r${esc}[?2004h${esc}[?2004l\r\r\n`;
    expect(lines(dropped + edited('id'))).toEqual(['id']);
    expect(lines(`${prompt}apt install nginx^C\r\n${prompt}id\r\nuid=0\r\n`)).toEqual(['id']);
    expect(lines(edited(`ls /usr/s\u0007\r\nsbin/  share/  src/\r\n${prompt}ls /usr/share`))).toEqual([
      'ls /usr/share',
    ]);
  });

  test('are all lines that were pasted at once', () => {
    const pasted = `${esc}[7mid\u0000${esc}[27m\r\n\r${esc}[7mls${esc}[27m${esc}[A${right(19)}id\r\n\rls`;
    expect(lines(edited(pasted), { widths: [80] })).toEqual(['id\nls']);
  });

  test('goes on behind a prompt that asks for the rest', () => {
    const rest = `${esc}[?2004h> nginx\r\n${esc}[?2004l\r`;
    expect(lines(edited('apt install \\') + rest)).toEqual(['apt install \\\nnginx']);
  });

  test('at a prompt of somebody’s own is unclear, and at that of another program is none', () => {
    expect(lines(`${esc}[?2004hme $ id\r\n${esc}[?2004l\r`)).toEqual([undefined]);
    expect(lines(`${esc}[?2004hsqlite> .tables\r\n${esc}[?2004l\r`)).toEqual([]);
  });

  test('is known for each start of a container, also where the shell was killed at its prompt', () => {
    expect(lines(`${edited('id')}${esc}[?2004h${prompt}${edited('ls')}`)).toEqual(['id', 'ls']);
  });

  test('at Python’s console is no command of the shell', () => {
    const recording = `${edited('python3')}>>> 6 * 7\r\n42\r\n>>> abc\r\nKeyboardInterrupt\r\n>>> \r\n${edited('id')}`;
    expect(readConsole(recording).map(({ at, line }) => [at, line])).toEqual([
      ['shell', 'python3'],
      ['python', '6 * 7'],
      ['shell', 'id'],
    ]);
  });

  test('at the console that Python has of its own since 3.13 is read behind the row that this begins with', () => {
    const begun = `${esc}[?2004h${esc}[?1h${esc}=${esc}[?25l${esc}[1A\n${esc}[1;35m>>> ${esc}[0m${esc}[4D${esc}[?12l${esc}[?25h${esc}[4C`;
    const key = (text: string, back: number) =>
      `${esc}[?25l${esc}[${back}D${esc}[1;35m>>> ${esc}[0m${text}${esc}[${back + 1}D${esc}[?12l${esc}[?25h${esc}[${back + 1}C`;
    const ended = (width: number) => `${esc}[${width}D\n\r${esc}[?2004l${esc}[?1l${esc}>`;
    const short = `${begun}${key('7', 4)}${key('7*', 5)}${key('7*6', 6)}${ended(7)}42\r\n`;
    const inRows = `${begun}${key('7', 4)}${esc}[5D\n${esc}[1A${esc}[1;35m>>> ${esc}[0m7\\${esc}[80D${esc}[1B${esc}[1@e${ended(1)}`;
    expect(readConsole(short + inRows).map(({ at, line, output }) => [at, line, visible(output)])).toEqual([
      ['python', '7*6', '42\n'],
      ['python', undefined, ''],
    ]);
  });
});
