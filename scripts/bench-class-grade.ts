/**
 * What grading a class costs: a roster of so many students, half of them with a report, half with evidence of lab 02, run through the built `vigie class grade`, once
 * more with nothing to do, `class merge` and `class regrade`, each in a process of its own. Run, after `npm run build`:
 * node -r esbuild-register scripts/bench-class-grade.ts [STUDENTS ...]
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');
const labs = join(root, 'labs');
const evidence = join(labs, '02-ubuntu', 'sessions', 'reference.evidence.json');

/** Says the processor time and the memory of the process that it is loaded into, when that ends. */
const meter = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.METER_FILE, JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});`;

function vigie(folder: string, label: string, args: readonly string[]): void {
  const file = join(folder, 'meter.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', join(folder, 'meter.js'), main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, METER_FILE: file },
  });
  if (status !== 0 && status !== 3)
    throw new Error(`${args.join(' ')} ended with ${status ?? 'a signal'}: ${stderr}`);
  const { maxRSS, cpu } = JSON.parse(readFileSync(file, 'utf8')) as { maxRSS: number; cpu: number };
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${label}: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of processor time, ${(maxRSS / 1024).toFixed(0)} MiB\n`,
  );
}

function bench(students: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-class-grade-'));
  try {
    writeFileSync(join(folder, 'meter.js'), meter);
    process.stdout.write(`${students} students, node ${process.version}\n`);
    vigie(folder, 'one student', [
      'grade',
      '02-ubuntu',
      '--labs',
      labs,
      '--evidence',
      evidence,
      '--report',
      'json=report.json',
    ]);
    mkdirSync(join(folder, 'in'));
    const entries = Array.from({ length: students }, (_, n) => {
      const kind = n % 2 === 0 ? 'evidence' : 'report';
      copyFileSync(
        kind === 'evidence' ? evidence : join(folder, 'report.json'),
        join(folder, 'in', `${n}.json`),
      );
      return `  Student Number ${n}: { id: s${n}, ${kind}: in/${n}.json }\n`;
    });
    writeFileSync(
      join(folder, 'roster.yaml'),
      `version: 1\nlabs: [02-ubuntu]\nstudents:\n${entries.join('')}`,
    );
    const grade = ['class', 'grade', 'roster.yaml', '--labs', labs, '--out'];
    vigie(folder, 'class grade', [...grade, 'results']);
    vigie(folder, 'class grade, nothing new', [...grade, 'results']);
    vigie(folder, 'class merge', ['class', 'merge', 'results', '--out', 'merged', '--roster', 'roster.yaml']);
    vigie(folder, 'class regrade', ['class', 'regrade', 'results', '--labs', labs, '--evidence', '.']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sizes = process.argv.slice(2).map(Number);
for (const students of sizes.length > 0 ? sizes : [1_000, 10_000]) bench(students);
