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
    type('apt update', `Hit:1 http://x\r\n${container}`, false);
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
    type('true', host);
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
});
