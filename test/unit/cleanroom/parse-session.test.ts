import { describe, expect, test } from '@jest/globals';
import { parseSession } from '../../../src/cleanroom/sessions/parse-session';

describe('parseSession', () => {
  test('reads every kind of line, with its number', () => {
    const text = [
      'lab: 02-ubuntu',
      '',
      '$ docker run -it ubuntu',
      '  # apt update  ',
      '> print("a: b")',
      '<Ctrl-P><Ctrl-Q>',
      '<ctrl-d>',
      'wait "Welcome to "nginx"" 1m30s',
      'wait "ready"',
      '; a comment',
      '$',
    ].join('\r\n');
    expect(parseSession(text)).toEqual({
      ok: true,
      value: {
        header: [['lab', '02-ubuntu']],
        items: [
          { kind: 'type', line: 3, at: 'host', text: 'docker run -it ubuntu' },
          { kind: 'type', line: 4, at: 'container', text: 'apt update' },
          { kind: 'type', line: 5, at: 'program', text: 'print("a: b")' },
          { kind: 'keys', line: 6, keys: ['Ctrl-P', 'Ctrl-Q'] },
          { kind: 'keys', line: 7, keys: ['Ctrl-D'] },
          { kind: 'wait', line: 8, text: 'Welcome to "nginx"', deadlineMs: 90_000 },
          { kind: 'wait', line: 9, text: 'ready', deadlineMs: undefined },
          { kind: 'type', line: 11, at: 'host', text: '' },
        ],
      },
    });
  });

  test('keeps the header as a list: a name may come again, a value may hold anything', () => {
    const text = 'lab: 02\nexpect: run/1 failed: container.name $x\nexpect: web blocked\nempty:\n$ true\n';
    const parsed = parseSession(text);
    expect(parsed.ok && parsed.value.header).toEqual([
      ['lab', '02'],
      ['expect', 'run/1 failed: container.name $x'],
      ['expect', 'web blocked'],
      ['empty', ''],
    ]);
  });

  test.each([
    ['docker ps', 'session.syntax'],
    ['$docker ps', 'session.syntax'],
    ['wait ready', 'session.bad-wait'],
    ['wait 2', 'session.bad-duration'],
    ['within', 'session.bad-within'],
    ['within 5', 'session.bad-duration'],
    ['$ echo \x1b[A', 'session.control-character'],
    [`$ ${'x'.repeat(4000)}`, 'session.line-too-long'],
    ['wait "ready" 30', 'session.bad-duration'],
    ['<Ctrl-Z>', 'session.unknown-key'],
    ['<Ctrl-P> then', 'session.unknown-key'],
    ['<Ctrl-P', 'session.unknown-key'],
  ])('refuses the line %s with %s', (line, code) => {
    const parsed = parseSession(`$ true\n${line}\n`);
    expect(parsed).toMatchObject({ ok: false, error: [{ line: 2, code }] });
  });

  test('reports all bad lines at once, also a header line that comes too late', () => {
    const parsed = parseSession('$ true\nlab: 02\n<F1>\n');
    expect(!parsed.ok && parsed.error.map(({ line, code }) => [line, code])).toEqual([
      [2, 'session.syntax'],
      [3, 'session.unknown-key'],
    ]);
  });

  test('gives a deadline to the one line below it, and waits for time to pass', () => {
    const parsed = parseSession(
      'within 5m\n# apt update\n# true\nwithin 1s\n<Ctrl-C>\nwait 2s\nwait for "x"\n',
    );
    expect(parsed.ok && parsed.value.items).toEqual([
      { kind: 'type', line: 2, at: 'container', text: 'apt update', deadlineMs: 300_000 },
      { kind: 'type', line: 3, at: 'container', text: 'true' },
      { kind: 'keys', line: 5, keys: ['Ctrl-C'], deadlineMs: 1000 },
      { kind: 'pause', line: 6, ms: 2000 },
      { kind: 'wait', line: 7, text: 'x', deadlineMs: undefined },
    ]);
  });

  test.each([
    ['at the end', '$ true\nwithin 5m\n'],
    ['before a wait', '$ true\nwithin 5m\nwait "x"\n'],
    ['twice', '$ true\nwithin 5m\nwithin 6m\n$ true\n'],
  ])('refuses a deadline %s', (_, text) => {
    expect(parseSession(text)).toMatchObject({ ok: false, error: [{ line: 2, code: 'session.bad-within' }] });
  });

  test('keeps the indentation of what is typed into a program, as python needs it', () => {
    const parsed = parseSession('> if 1:\n>     print(1)\n$   ls\n');
    expect(parsed.ok && parsed.value.items).toMatchObject([
      { text: 'if 1:' },
      { text: '    print(1)' },
      { text: 'ls' },
    ]);
  });

  test('stops reading a session of more lines than anybody types', () => {
    const parsed = parseSession('$ true\n'.repeat(100_000));
    expect(parsed).toMatchObject({ ok: false, error: [{ line: 501, code: 'session.too-many-lines' }] });
  });
});
