import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { displayWidth } from '../../../src/text/terminal';
import { liveEngine, type LiveEngine } from '../../support/live-engine';
import { hasTmux, Tmux } from '../../support/tmux';
import { CliFolder } from './cli-folder';

/** Loading, looking and Jest, on a machine that does other things, too. */
const MINUTE = 60_000;

const course = new CliFolder();
let engine: LiveEngine;
let terminal: Tmux | undefined;

/** The host whose ports the container publishes: an address of this machine that nobody else uses. */
const portsAt = '127.0.0.77';
let nginx: Server | undefined;

beforeAll(async () => {
  if (!hasTmux()) process.stderr.write('Without tmux a terminal that gets other sizes cannot be tested.\n');
  await course.build();
  cpSync(join(__dirname, '../../../labs'), join(course.work, 'course'), { recursive: true });
}, MINUTE);
afterAll(() => {
  course.remove();
});
beforeEach(async () => {
  engine = await liveEngine('03-nginx', { container: false });
});
afterEach(() => {
  terminal?.end();
  terminal = undefined;
  nginx?.close();
  nginx = undefined;
  engine[Symbol.dispose]();
});

function open(columns: number, rows: number, ...args: string[]): Tmux {
  const env = {
    ...(course.env() as Record<string, string>), // all are set
    DOCKER_HOST: `unix://${engine.path}`,
    VIGIE_PORTS_AT: portsAt,
    TERM: 'tmux-256color',
  };
  const command = [process.execPath, course.main, 'watch', '--labs', 'course', ...args];
  terminal = new Tmux(command, { columns, rows, cwd: course.work, env });
  return terminal;
}

const joined = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');
const has =
  (...texts: readonly (string | RegExp)[]) =>
  (lines: readonly string[]): boolean =>
    texts.every((text) =>
      typeof text === 'string' ? joined(lines).includes(text) : text.test(joined(lines)),
    );

/** What somebody is told to do who has the image only; whole. */
const advice = {
  fr: 'docker pull ne fait que télécharger l’image ; docker run en crée un conteneur.',
  en: 'docker pull only downloads the image; docker run makes a container of it.',
} as const;
const head = { fr: 'À faire maintenant :', en: 'Do this next:' } as const;

const sizes = [
  [100, 30],
  [60, 20],
  [40, 15],
  [80, 24],
] as const;

const onTmux = hasTmux() ? test : test.skip;

describe.each(['fr', 'en'] as const)('at a terminal, %s', (language) => {
  onTmux(
    'the screen follows the window: all fits, what to do is last, and nothing of an old frame stays',
    async () => {
      const screen = open(80, 24, '--lang', language, '3');
      await screen.until(has(head[language]));
      for (const [columns, rows] of sizes) {
        screen.resize(columns, rows);
        const lines = await screen.until(
          (now) => has(head[language])(now) && now.length <= rows && isDrawnFor(columns, now),
        );
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        expect(joined(lines).split(head[language])).toHaveLength(2);
        expect(joined(lines.slice(lines.findIndex((line) => line.startsWith(head[language]))))).toContain(
          advice[language],
        );
        expect(lines[0]).toMatch(/^(?:Vu à|Looked at) \d\d:\d\d:\d\d/);
      }
    },
    MINUTE * 2,
  );
});

/** A frame of another width has its marks elsewhere. */
const isDrawnFor = (columns: number, lines: readonly string[]): boolean =>
  lines.some(
    (line) => / 0 \/ [48]$|(?:pas commencé|not begun)$/.test(line) && displayWidth(line) === columns,
  );

describe('what happens', () => {
  onTmux(
    'is on the screen with how late it is; a lab with a hand-written test reaches 20 in it; and Ctrl-C leaves the report',
    async () => {
      nginx = await serveNginx();
      const screen = open(80, 24, '--lang', 'en', '3');
      await screen.until(has(head.en, advice.en));
      engine.becomes({ container: true });
      const lines = await screen.until(has('20 / 20', 'Everything passed'));
      expect(joined(lines)).toMatch(/^Looked at \d\d:\d\d:\d\d, \d+(\.\d)? s after the last event/);
      expect(lines.filter((line) => line.startsWith('✔'))).toHaveLength(5);
      engine.becomes({ container: true, console: (text) => text.replaceAll('nginx', 'xxxxx') });
      await screen.until(has('19 / 20', 'was installed, then started'));
      engine.away(true);
      await screen.until(has(/no engine since \d\d:\d\d:\d\d/, '19 / 20'));
      screen.keys('C-c');
      // The screen of the frames is gone, and what is left is the report alone.
      const left = await screen.until(has('Mark: 19 / 20', 'Everything in detail'), true);
      expect(joined(left)).not.toContain('after the last event');
      await screen.ended();
    },
    MINUTE * 2,
  );

  onTmux(
    'is told in lines that stay, with --plain and where the terminal can do no more',
    async () => {
      const screen = open(80, 24, '--lang', 'en', '--plain', '3');
      await screen.until(has(/\d\d:\d\d:\d\d 03-nginx ✘ The container `ubuntu` runs/), true);
      engine.becomes({ container: true });
      const lines = await screen.until(
        has(/\d\d:\d\d:\d\d 03-nginx ✔ The container `ubuntu` runs/, /Mark 1\d \/ 20/),
        true,
      );
      expect(joined(lines).split('✔ The container `ubuntu` runs')).toHaveLength(2);
    },
    MINUTE,
  );

  onTmux(
    'keys are no part of the screen',
    async () => {
      const screen = open(80, 24, '--lang', 'en', '3');
      const before = await screen.until(has(head.en));
      screen.keys('docker ps', 'Enter', 'Enter', 'C-l');
      engine.happens('rename');
      const lines = await screen.until(has('after the last event'));
      expect(lines.slice(1)).toEqual(before.slice(1));
    },
    MINUTE,
  );
});

function serveNginx(): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { server: 'nginx/1.22.1' }).end('Welcome to nginx!');
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(80, portsAt, () => {
      resolve(server);
    });
  });
}
