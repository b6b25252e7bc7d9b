/**
 * What grading submissions costs besides the students' own commands: a roster of so many sessions of one line, through the built `vigie class grade`. Prints the times of
 * its steps, the memory of the command as it goes, and what is left on the machine. Run as root on Linux, after `npm run build`:
 * node -r esbuild-register scripts/bench-submissions.ts [SUBMISSIONS [ROOMS [WARM]]]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClassResult } from '../src/class/class-result';
import { openCleanRoom } from '../src/cleanroom';
import type { ShownReplay } from '../src/report/shown/shown-report';
import { machineMarks } from '../test/support/machine-marks';
import { median } from './bench/measure';

const root = join(__dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function makeRoster(folder: string, count: number): void {
  mkdirSync(join(folder, 'in'));
  const entries = Array.from({ length: count }, (_, n) => {
    writeFileSync(join(folder, 'in', `${n}.session`), '$ docker run hello-world\n');
    return `  Student Number ${n}: { id: s${n}, submission: in/${n}.session }\n`;
  });
  const head = 'version: 1\nlabs: [01-hello-world]\nstudents:\n';
  writeFileSync(join(folder, 'roster.yaml'), head + entries.join(''));
}

/** MiB of resident memory, every two seconds. */
async function grade(folder: string, rooms: number, warm: number): Promise<readonly number[]> {
  const flags = ['--labs', join(root, 'labs'), '--rooms', String(rooms), '--warm', String(warm)];
  const child = spawn(process.execPath, [main, 'class', 'grade', 'roster.yaml', ...flags], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const memory: number[] = [];
  const ended = once(child, 'exit') as Promise<[number | null]>;
  while (child.exitCode === null && child.signalCode === null) {
    await Promise.race([ended, sleep(2_000)]);
    memory.push(...residentMiB(child.pid));
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`class grade ended with ${code}`);
  return memory;
}

function residentMiB(pid: number | undefined): number[] {
  try {
    const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? [] : [Math.round(Number(kib) / 1024)];
  } catch {
    return []; // it has ended
  }
}

function replaysIn(folder: string): readonly ShownReplay[] {
  return readdirSync(join(folder, 'results', 'students')).map((name) => {
    const result = JSON.parse(readFileSync(join(folder, 'results', 'students', name), 'utf8')) as ClassResult;
    const replay = result.reports?.[0].replay;
    if (!replay) throw new Error(`${name} has no replay.`);
    return replay;
  });
}

function sayTimes(replays: readonly ShownReplay[]): void {
  const rows: Record<string, (timings: ShownReplay['timings']) => number> = {
    'waiting for a room': ({ startMs }) => startMs,
    "the student's own commands": ({ replayMs }) => replayMs,
    'looking and judging': ({ gradeMs }) => gradeMs,
    'removing the room': ({ cleanMs }) => cleanMs,
    "all that is not the student's own": ({ startMs, gradeMs, cleanMs }) => startMs + gradeMs + cleanMs,
  };
  say('milliseconds: least, median, nine tenths below, most');
  for (const [name, of] of Object.entries(rows)) {
    const times = replays.map(({ timings }) => of(timings)).sort((a, b) => a - b);
    const shown = [times[0], median(times), times[Math.floor(times.length * 0.9)], times.at(-1)];
    say(`  ${name.padEnd(36)} ${shown.map((ms) => String(Math.round(ms ?? 0)).padStart(7)).join('')}`);
  }
}

async function bench([submissions = 100, rooms = 1, warm = rooms]: readonly number[]): Promise<void> {
  await (await openCleanRoom()).close(); // what a machine builds once
  const folder = mkdtempSync(join(tmpdir(), 'vigie-submissions-'));
  try {
    makeRoster(folder, submissions);
    const before = machineMarks();
    say(`${submissions} submissions, --rooms ${rooms} --warm ${warm}, load ${loadavg()[0]?.toFixed(1)}`);
    const started = performance.now();
    const memory = await grade(folder, rooms, warm);
    const seconds = (performance.now() - started) / 1000;
    const perMinute = (submissions * 60) / seconds;
    say(`${seconds.toFixed(0)} s, ${perMinute.toFixed(1)} a minute, load ${loadavg()[0]?.toFixed(1)}`);
    sayTimes(replaysIn(folder));
    const tenth = Math.ceil(memory.length / 10);
    say(
      `MiB, of each tenth the most: ${Array.from({ length: 10 }, (_, n) => Math.max(0, ...memory.slice(n * tenth, (n + 1) * tenth))).join(' ')}`,
    );
    await sleep(2_000);
    const known = new Set(before);
    const left = machineMarks().filter((mark) => !known.has(mark));
    say(left.length === 0 ? 'nothing is left behind' : `left behind:\n${left.join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void bench(process.argv.slice(2).map(Number));
