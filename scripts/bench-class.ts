/**
 * What a gradebook of a class costs: makes the results of so many students, the same at every run, and runs the built `vigie class report` on them in a process of
 * its own. Run, after `npm run build`: node -r esbuild-register scripts/bench-class.ts [STUDENTS] [FOLDER: keeps what is made]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resultText } from '../src/class/results/result-text';
import { madeClass } from './bench/made-class';

const main = join(__dirname, '..', 'dist', 'cli', 'main.js');
const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/** Says the time and the memory of the process that it is loaded into, when that ends. */
const meter = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.METER_FILE, JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});`;

function bench(students: number, kept: string | undefined): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'vigie-class-'));
  try {
    const results = join(folder, 'results');
    mkdirSync(join(results, 'students'), { recursive: true });
    let bytes = 0;
    for (const result of madeClass(students)) {
      const text = resultText(result);
      bytes += Buffer.byteLength(text);
      writeFileSync(join(results, 'students', `${result.student.id}.json`), text);
    }
    say(`${students} students, ${mebibytes(bytes)} of results, node ${process.version}`);
    const out = (name: string): string => join(folder, name);
    writeFileSync(out('meter.js'), meter);
    for (let run = 1; run <= 3; run++) {
      const started = performance.now();
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          ...['-r', out('meter.js'), main, 'class', 'report', results],
          ...['--out', out('gradebook.html'), '--csv', out('grades.csv'), '--json', out('gradebook.json')],
          ...['--moodle', out('moodle.csv'), '--canvas', out('canvas.csv')],
        ],
        { encoding: 'utf8', env: { ...process.env, METER_FILE: out('meter.json') } },
      );
      const seconds = (performance.now() - started) / 1000;
      if (status !== 0) throw new Error(`It ended with ${status}:\n${stdout}${stderr}`);
      const { maxRSS, cpu } = JSON.parse(readFileSync(out('meter.json'), 'utf8')) as {
        maxRSS: number;
        cpu: number;
      };
      say(
        `run ${run}: ${seconds.toFixed(2)} s, processor ${cpu.toFixed(2)} s, ${mebibytes(maxRSS * 1024)} at most`,
      );
    }
    for (const name of readdirSync(folder).filter((file) => /\.(html|csv)$|gradebook\.json/.test(file)))
      say(`${name} ${mebibytes(statSync(out(name)).size)}`);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

bench(Number(process.argv[2] ?? 10_000), process.argv[3]);
