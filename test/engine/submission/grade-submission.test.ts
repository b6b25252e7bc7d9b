import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { loadLabs, type LoadedLabs } from '../../../src/grading/load-labs';
import { gradeSubmission, type GradedSubmission } from '../../../src/submission/grade-submission';
import { readSubmission } from '../../../src/submission/read-submission';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const main = resolve(__dirname, '../../../dist/cli/main.js');

const smallLab = `
vigie: 1
id: small
lang: en
title: A small lab
images: [hello-world]
tasks:
  - id: pulled
    title: Pull it
    points: 10
    checks:
      - image: hello-world:latest
        os: linux
  - id: run
    title: Run it
    points: 10
    checks:
      - container: submission
        state: exited
`;

const question = `
  - id: asked
    title: Say it
    points: 10
    checks:
      - answer: word
        question: Which word?
        equals: nothing
`;

const webLab = `
vigie: 1
id: web
lang: en
title: A page
tasks:
  - id: up
    title: Have it up
    points: 10
    checks:
      - container: web
        image: nginx:latest
        state: running
        ports: ["8080:80"]
  - id: page
    title: Have it answer
    points: 10
    checks:
      - http: { container: web, port: 80, host-port: 8080 }
        status: 200
        within: 10s
`;

let folder: string;
let rooms: CleanRoom[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-submission-test-'));
  rooms = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function load(text: string): LoadedLabs {
  writeFileSync(join(folder, 'lab.yaml'), text);
  const loaded = loadLabs([join(folder, 'lab.yaml')], folder, folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

interface Wishes {
  readonly totalMs?: number;
  readonly lab?: string;
}

/** Hands in one file and grades it; with it goes nothing but that file. */
async function submit(
  name: string,
  text: string,
  { totalMs, lab = smallLab }: Wishes = {},
): Promise<GradedSubmission | string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const submission = readSubmission(path, 'en');
  if (!submission.ok) return submission.error.code;
  const graded = await gradeSubmission(submission.value, name, {
    labs: load(lab),
    language: 'en',
    grader: { main, cache: join(folder, 'cache') },
    openRoom: async () => {
      const room = await openCleanRoom();
      rooms.push(room);
      return room;
    },
    ...(totalMs !== undefined && { totalMs }),
  });
  return graded.ok ? graded.value : graded.error.code;
}

/** Points, and why the replay broke off. */
const summary = (graded: GradedSubmission | string) =>
  typeof graded === 'string'
    ? graded
    : { points: graded.reports[0].points, problem: graded.replay.problem?.code };

describe('a submission', () => {
  test(
    'that is a script is run, graded, timed, and its room removed',
    async () => {
      const graded = await submit(
        'work.sh',
        'ls\ndocker pull -q hello-world\ndocker run --name submission hello-world\n',
      );
      expect(summary(graded)).toEqual({ points: 20, problem: undefined });
      if (typeof graded === 'string') return;
      const { transcript, timings } = graded.replay;
      expect(transcript.text).toMatch(/^\$ bash \.\/work\.sh\n/);
      expect(transcript.text).toContain('Hello from Docker!');
      expect(transcript.text).not.toContain('lab.yaml');
      expect(Object.values(timings).every((ms) => ms > 0)).toBe(true);
      expect(rooms.map(({ home }) => existsSync(home))).toEqual([false]);
    },
    BUILD_MS,
  );

  test(
    'that breaks off is graded for what it did until then, in a room that no other one has seen',
    async () => {
      const graded = await submit('work.session', '$ docker pull hello-world\n# docker run hello-world\n');
      expect(summary(graded)).toEqual({ points: 10, problem: 'session.wrong-prompt' });
      expect(typeof graded !== 'string' && graded.replay.problem?.text).toBe(
        'Line 2 was typed on the host, not in a container: docker run hello-world',
      );
    },
    BUILD_MS,
  );

  test(
    'that puts links to other things in the place of its engine and its answers is graded on its own engine, and shows nothing of others',
    async () => {
      const secret = join(folder, 'secret.yaml');
      writeFileSync(secret, 'word: TOPSECRET\n');
      await using other = await openCleanRoom();
      await other.run(['docker', 'run', '--name', 'submission', 'hello-world']);
      const graded = await submit(
        'work.sh',
        `docker pull -q hello-world
         ln -s '${secret}' answers.yaml
         socket=\${DOCKER_HOST#unix://}
         rm "$socket" && ln -s '${other.dockerHost.slice('unix://'.length)}' "$socket"`,
        { lab: smallLab.replace('tasks:', 'scale: 30\ntasks:') + question },
      );
      expect(summary(graded)).toEqual({ points: 10, problem: undefined });
      expect(JSON.stringify(graded)).not.toContain('TOPSECRET');
    },
    BUILD_MS,
  );

  test(
    'that never ends is stopped, and graded',
    async () => {
      const graded = await submit('work.sh', 'docker pull -q hello-world\nsleep 1000\n', { totalMs: 8000 });
      expect(summary(graded)).toEqual({ points: 10, problem: 'session.too-long' });
    },
    BUILD_MS,
  );

  test(
    'that is a Dockerfile is built and run',
    async () => {
      expect(summary(await submit('Dockerfile', 'FROM hello-world\n'))).toEqual({
        points: 20,
        problem: undefined,
      });
    },
    BUILD_MS,
  );

  test(
    'that is a compose file is brought up, looked at and removed, also where the machine has no compose plugin',
    async () => {
      const compose =
        'services:\n  page:\n    image: nginx\n    container_name: web\n    ports: ["8080:80"]\n';
      const graded = await submit('compose.yaml', compose, { lab: webLab });
      expect(summary(graded)).toEqual({ points: 20, problem: undefined });
      if (typeof graded === 'string') return;
      expect(graded.replay.transcript.text).toMatch(
        /^\$ docker compose -f compose\.yaml up -d --quiet-pull\n/,
      );
      expect(graded.replay.transcript.text).not.toContain('Downloading');
      expect(rooms.map(({ home }) => existsSync(home))).toEqual([false]);
    },
    BUILD_MS,
  );

  test.each([
    ['is no YAML', 'services:\n  web:\n    image: [nginx\n', 'yaml: line'],
    ['has an unknown key', 'services:\n  web:\n    image: nginx\n    portz: ["80:80"]\n', 'portz'],
  ])(
    'that is a compose file that %s is graded, and its transcript says what is wrong with it',
    async (_, compose, said) => {
      const graded = await submit('compose.yaml', compose, { lab: webLab });
      expect(summary(graded)).toEqual({ points: 0, problem: undefined });
      expect(typeof graded !== 'string' && graded.replay.transcript.text).toContain(said);
    },
    BUILD_MS,
  );
});
