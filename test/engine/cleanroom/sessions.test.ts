import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CleanRoom, Session, Transcript } from '../../../src/cleanroom';
import { openCleanRoom, parseSession, playSession, resetRoom } from '../../../src/cleanroom';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

function sessionOf(text: string): Session {
  const parsed = parseSession(text);
  if (!parsed.ok) throw new Error(parsed.error.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return parsed.value;
}

function outputOf(transcript: Transcript, line: number): string {
  return transcript.entries.find(({ item }) => item.line === line)?.output ?? '';
}

describe('a session', () => {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await openCleanRoom();
  }, BUILD_MS);
  beforeEach(() => resetRoom(room), MINUTE);
  afterAll(() => room.close(), MINUTE);

  test(
    'plays the course: an interactive ubuntu with python3 and nginx, left and entered again',
    async () => {
      const course = sessionOf(`lab: 02-ubuntu
$ docker run -it -p 80:80 --name ubuntu ubuntu
# apt update && apt install -y python3 nginx
# python3
> print(6 * 7)
<Ctrl-D>
# service nginx start
<Ctrl-P><Ctrl-Q>
$ docker top ubuntu
$ docker attach ubuntu
# echo host:$(hostname)
<Ctrl-P><Ctrl-Q>
$ curl -s http://localhost/
`);
      const played = await playSession(room, course, { deadlineMs: 5 * MINUTE });
      expect(played.problem).toBeUndefined();
      expect(outputOf(played, 2)).toContain("Unable to find image 'ubuntu:latest' locally");
      expect(outputOf(played, 5)).toMatch(/^42$/m);
      expect(outputOf(played, 9)).toContain('nginx: master process');
      expect(outputOf(played, 11)).toMatch(/^host:[0-9a-f]{12}$/m);
      expect(outputOf(played, 13)).toContain('Welcome to nginx!');
      // From outside the room, as a grader on the machine asks.
      const page = await fetch(`http://${room.address}/`);
      expect(page.headers.get('server')).toMatch(/^nginx/);
      const state = await room.run(['docker', 'inspect', 'ubuntu', '-f', '{{.State.Status}}']);
      expect(state.stdout).toBe('running\n');
    },
    10 * MINUTE,
  );

  test(
    'stops at a line that is typed at the wrong prompt, and says so',
    async () => {
      const wrong = sessionOf('$ docker run -it --name ubuntu ubuntu\n# exit\n# apt update\n$ docker ps\n');
      const played = await playSession(room, wrong);
      expect(played.problem).toMatchObject({
        line: 3,
        code: 'session.wrong-prompt',
        message: 'Line 3 was typed on the host, not in a container: apt update',
      });
      expect(played.entries.map(({ item }) => item.line)).toEqual([1, 2]);
    },
    2 * MINUTE,
  );

  test(
    'waits for a text, then presses keys although no prompt is there',
    async () => {
      const session = sessionOf(
        '$ sh -c "echo be""gun; exec sleep 1000"\nwait "begun" 60s\n<Ctrl-C>\n$ echo code:$?\n',
      );
      const played = await playSession(room, session);
      expect(played.problem).toBeUndefined();
      expect(outputOf(played, 4)).toContain('code:130');
    },
    2 * MINUTE,
  );

  test(
    'stops at output without an end, long before its deadline',
    async () => {
      const played = await playSession(room, sessionOf('$ true\n$ yes\n$ true\n'), { deadlineMs: MINUTE });
      expect(played.problem).toMatchObject({ line: 3, code: 'session.too-much-output' });
    },
    2 * MINUTE,
  );

  test.each([
    ['a prompt that does not come back', '$ sleep 1000\n$ true\n', 2, 'session.no-prompt'],
    ['a text that does not come', '$ true\nwait "never" 1s\n', 2, 'session.text-not-seen'],
    ['a text that was only typed', '$ true # ready\nwait "ready" 1s\n', 2, 'session.text-not-seen'],
    ['a terminal that was left', '$ exit\n$ true\n', 2, 'session.terminal-ended'],
    ['a line whose own deadline passes', 'within 1s\n$ sleep 1000\n$ true\n', 3, 'session.no-prompt'],
  ])(
    'reports %s',
    async (_, text, line, code) => {
      const played = await playSession(room, sessionOf(text), { deadlineMs: 3000 });
      expect(played.problem).toMatchObject({ line, code });
    },
    2 * MINUTE,
  );
});
