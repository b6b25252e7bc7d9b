import { describe, expect, test } from '@jest/globals';
import { makeRecorder, type Recorder } from '../../../src/record/recorder';

const host = 'alice@pc:~$ ';
const container = 'root@8c390f9178ce:/# ';

/** Someone at a terminal: what is typed is echoed, what Enter starts then shows `output`. */
function atTerminal(): {
  readonly recorder: Recorder;
  readonly shows: (text: string) => void;
  readonly press: (keys: string, isShell?: boolean, now?: number) => void;
  readonly type: (text: string, output: string, isShell?: boolean) => void;
  readonly lines: () => readonly string[];
} {
  const recorder = makeRecorder();
  const shows = (text: string): void => {
    recorder.shown(text);
  };
  const press = (keys: string, isShell = true, now = 0): void => {
    recorder.typed(keys, isShell, now);
  };
  return {
    recorder,
    shows,
    press,
    type(text, output, isShell = true) {
      for (const character of text) {
        press(character, isShell);
        shows(character);
      }
      press('\r', isShell);
      shows(`\r\n${output}`);
    },
    lines: () => recorder.lines().filter((line) => !line.startsWith('; Recorded')),
  };
}

describe('a recording', () => {
  test('has what was typed on the host and in a container, and the keys that leave it', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('docker run -it ubuntu', `Unable to find image\r\n\x1b[?2004h${container}`);
    type('apt update', `\x1b[?2004l\rHit:1 http://x\r\n${container}`, false);
    press('\x10', false);
    press('\x11', false);
    shows(`\r\n${host}`);
    type('docker ps', `CONTAINER ID\r\n${host}`);
    type('exit', 'exit\r\n');
    expect(lines()).toEqual(['$ docker run -it ubuntu', '# apt update', '<Ctrl-P><Ctrl-Q>', '$ docker ps']);
  });

  test('goes on after a hidden input whose Enter shows nothing, as with read -s', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('read -s -p "Code: " code', 'Code: ');
    for (const character of 'secret') press(character, false);
    press('\r', false);
    shows(host);
    type('docker ps', `CONTAINER ID\r\n${host}`);
    expect(lines()).toEqual([
      '$ read -s -p "Code: " code',
      'wait "Code:"',
      '; What was typed here was not shown, and is not recorded.',
      '<Enter>',
      '$ docker ps',
    ]);
  });

  test('has the line as the shell shows it: corrected, completed, taken from the history', () => {
    const { shows, press, lines } = atTerminal();
    shows(host);
    for (const [keys, echo] of [
      ['l', 'l'],
      ['x', 'x'],
      ['\x7f', '\b\x1b[K'],
      ['s', 's'],
    ] as const) {
      press(keys);
      shows(echo);
    }
    press('\r');
    shows(`\r\nfile\r\n${host}`);
    press('\x1b[A');
    shows('docker images');
    press('\x1b[D');
    shows('\b');
    press('\r');
    shows(`\r\n${host}`);
    press('doc');
    shows('doc');
    press('\t');
    shows('ker ');
    press('ps');
    shows('ps');
    press('\r');
    shows(`\r\n${host}`);
    expect(lines()).toEqual(['$ ls', '$ docker images', '$ docker ps']);
  });

  test('never has what the screen did not show', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('docker login', 'Password: ');
    press('hunter2', false);
    press('\r', false);
    shows(`\r\nLogin Succeeded\r\n${host}`);
    expect(lines()).toEqual([
      '$ docker login',
      'wait "Password:"',
      '; What was typed here was not shown, and is not recorded.',
      '<Enter>',
    ]);
    expect(lines().join('\n')).not.toContain('hunter2');
  });

  test('has an answer to a question that is no prompt, behind the wait for it', () => {
    const { shows, type, lines } = atTerminal();
    shows(host);
    type('docker system prune', 'WARNING!\r\nAre you sure you want to continue? [y/N] ');
    type('y', `Total: 0B\r\n${host}`, false);
    expect(lines()).toEqual([
      '$ docker system prune',
      'wait "Are you sure you want to continue? [y/N]"',
      '> y',
    ]);
  });

  test('ends a program as the student did: after what was seen, or after as long', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('docker logs -f web', 'started\r\n');
    press('\x03', false, 900);
    shows(`^C\r\n${host}`);
    type('sleep 100', '');
    press('\x03', false, 5200);
    shows(`^C\r\n${host}`);
    expect(lines()).toEqual([
      '$ docker logs -f web',
      'wait "started"',
      '<Ctrl-C>',
      '$ sleep 100',
      'wait 5s',
      '<Ctrl-C>',
    ]);
  });

  test('leaves out a line that Ctrl-C dropped, and empty ones', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    press('rm -rf /');
    shows('rm -rf /');
    press('\x03');
    shows(`^C\r\n${host}`);
    type('', host);
    type('ls', `\r\n${host}`);
    expect(lines()).toEqual(['$ ls']);
  });

  test('has text and Enter that came at once, as a paste', () => {
    const { shows, press, lines } = atTerminal();
    shows(host);
    press('ls -l\r');
    shows(`ls -l\r\ntotal 0\r\n${host}`);
    expect(lines()).toEqual(['$ ls -l']);
  });

  test('says where a program had the whole screen', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('vim a', '\x1b[?1049h~\r\n~\r\n');
    press('isecret\x1b:wq\r', false);
    shows('\x1b[?10');
    shows(`49l${host}`);
    shows(host);
    type('ls', `a\r\n${host}`);
    expect(lines()).toEqual([
      '$ vim a',
      '; A program used the whole screen here: what was typed in it is not recorded.',
      '$ ls',
    ]);
  });

  test('takes no other mode of the terminal for that, also when it comes alone', () => {
    const { shows, type, lines } = atTerminal();
    shows('\x1b[?2004h');
    shows(host);
    type('ls', '\x1b[?2004l\r');
    shows('\x1b[?2004h');
    shows(host);
    type('true', `\x1b[?2004l\r${host}`);
    expect(lines()).toEqual(['$ ls', '$ true']);
  });

  test('goes on at the prompt of a program, and of a command that goes on', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('cat <<E', '> ');
    type('  two', '> ');
    type('E', `two\r\n${host}`);
    type('python3', '>>> ');
    type('6*7', '42\r\n>>> ', false);
    press('\x04', false);
    shows(`\r\n${host}`);
    expect(lines()).toEqual(['$ cat <<E', '>   two', '> E', '$ python3', '> 6*7', '<Ctrl-D>']);
  });

  test('has each of several lines that were pasted at once, where the shell read it', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('true', host);
    press('docker ps\rdocker images\r');
    shows(`docker ps\r\nCONTAINER ID\r\n${host}docker images\r\n`);
    shows(`REPOSITORY\r\n${host}`);
    type('ls', `\r\n${host}`);
    expect(lines()).toEqual(['$ true', '$ docker ps', '$ docker images', '$ ls']);
  });

  test('has a line that was typed while a command ran at the prompt that it came to', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(`\x1b[?2004h${host}`);
    type('sleep 5', '\x1b[?2004l\r');
    press('docker ps\r', false);
    shows('docker ps\r\n');
    shows(`\x1b[?2004h${host}docker ps\r\n\x1b[?2004l\rCONTAINER ID\r\n\x1b[?2004h${host}`);
    expect(lines()).toEqual(['$ sleep 5', '$ docker ps']);
  });

  test('has the whole of a line that was begun before its prompt, and nothing of the prompt', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('sleep 1', '');
    press('docker', false);
    shows('docker');
    shows(`${host}docker`);
    press(' ps');
    shows(' ps');
    press('\r');
    shows(`\r\nCONTAINER ID\r\n${host}`);
    expect(lines()).toEqual(['$ sleep 1', '$ docker ps']);
  });

  test('says that a line was typed too early, where another prompt than those it knows reads it', () => {
    const { shows, press, lines } = atTerminal();
    shows('% ');
    press('fish\rdocker ps\r');
    shows('fish\r\n');
    shows('\x1b[?2004h~> docker ps\r\n\x1b[?2004l\rCONTAINER ID\r\n');
    expect(lines()).toEqual([
      '$ fish',
      '; A line was typed before its prompt was there, and who read it could not be told: it is not recorded.',
    ]);
  });

  test('takes no output for a line that was typed too early', () => {
    const { shows, press, type, lines } = atTerminal();
    shows(host);
    type('true', host);
    press('cat notes\rdocker ps\r');
    shows(`cat notes\r\n${host}rm -rf /\r\n${host}docker ps\r\nCONTAINER ID\r\n${host}`);
    expect(lines()).toEqual(['$ true', '$ cat notes', '$ docker ps']);
  });

  test('has a line that goes over several rows and was edited in the first of them', () => {
    const recorder = makeRecorder(20);
    recorder.shown('bash-5.2$ ');
    for (const [keys, echo] of [
      ['echo one two three', 'echo one t\rwo three'],
      // To the beginning, in the row above; a letter put in, all behind it drawn again.
      ['\x01', '\r\x1b[A\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C'],
    ] as const) {
      recorder.typed(keys, true, 0);
      recorder.shown(echo.replace('t\rwo', 't\x1b[Kwo'));
    }
    recorder.typed('\r', true, 0);
    recorder.shown('\n\r\nnothing\r\nbash-5.2$ ');
    recorder.typed('l', true, 0);
    expect(recorder.lines().at(-1)).toBe('$ echo one two three');
  });

  test('has the lines of a paste that a shell takes as one each for itself, unless they belong together', () => {
    const { shows, press, lines } = atTerminal();
    const paste = (text: string): void => {
      shows(`\x1b[?2004h${host}`);
      press(`\x1b[200~${text}\x1b[201~`);
      shows(text.replaceAll('\n', '\r\n'));
      press('\r');
      shows('\r\n\x1b[?2004l\r');
    };
    paste('docker ps\ndocker images');
    paste('for i in 1 2\ndo echo $i\ndone');
    expect(lines()).toEqual([
      '$ docker ps',
      '$ docker images',
      '; Several lines were entered as one here, which a session cannot do: they are not recorded.',
    ]);
  });

  test('has the empty line that ends a block', () => {
    const { shows, type, lines } = atTerminal();
    shows('>>> ');
    type('for i in 1, 2:', '... ', false);
    type('  print(i)', '... ', false);
    type('', '1\r\n2\r\n>>> ', false);
    type('', '>>> ', false);
    expect(lines()).toEqual(['> for i in 1, 2:', '>   print(i)', '>']);
  });

  test('says so where what the screen shows is not what was typed', () => {
    const { shows, press, lines } = atTerminal();
    shows(host);
    press('docker ps');
    shows('docker rm web');
    press('\r');
    shows(`\r\n${host}`);
    expect(lines()).toEqual([
      '; A line was typed here that the screen did not show clearly: it is not recorded.',
    ]);
  });
});
