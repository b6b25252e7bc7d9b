/**
 * How grading grows: labs of 50 to 300 checks, each on a container of its own, on an engine with 500 containers. Prints the engine calls and
 * the time of each, keeps nothing but the containers on the engine of DOCKER_HOST; without one a clean room is opened, and removed.
 * Run: node -r esbuild-register scripts/bench-scale.ts [RUNS]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEngine, type BenchEngine } from './bench/engine';
import { inTurns, median, type Variant } from './bench/measure';

const containers = 500;
const sizes = [50, 100, 200, 300];
const main = join(__dirname, '..', 'dist', 'cli', 'main.js');

/** Creates what is missing of the containers `scale-1` to `scale-500`; none is started. */
function fill({ enter, env }: BenchEngine): void {
  const script = `docker pull -q hello-world >/dev/null && for n in $(seq ${containers}); do
    docker container inspect scale-$n >/dev/null 2>&1 || docker create --name scale-$n hello-world >/dev/null || exit 1; done`;
  const [program = '', ...args] = enter(['bash', '-c', script]);
  execFileSync(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function labOf(checks: number): string {
  const lines = Array.from(
    { length: checks },
    (_, n) => `      - container: scale-${n + 1}\n        state: created\n`,
  );
  return `vigie: 1\nid: scale-${checks}\nlang: en\ntitle: Scale\nscale: ${checks}\ntasks:\n  - id: all\n    title: All\n    points: ${checks}\n    checks:\n${lines.join('')}`;
}

async function bench(runs: number): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await using engine = await benchEngine(process.env, say);
  fill(engine);
  const scratch = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  try {
    const env = { ...engine.env, VIGIE_STATE: scratch, XDG_CACHE_HOME: scratch };
    const calls = join(scratch, 'calls');
    const grade = (checks: number, more: readonly string[] = []): readonly string[] => {
      const lab = join(scratch, `${checks}.yaml`);
      writeFileSync(lab, labOf(checks));
      return engine.enter([process.execPath, ...more, main, 'grade', lab]);
    };
    const variants: Variant[] = sizes.map((checks) => ({ name: `${checks} checks`, command: grade(checks) }));
    const times = inTurns(variants, runs, env);
    say(`\n${runs} turns on ${engine.what} with ${containers} containers, node ${process.version}`);
    say('checks  calls  median ms');
    sizes.forEach((checks, index) => {
      const [program = '', ...args] = grade(checks, ['-r', join(__dirname, 'bench', 'count-calls.js')]);
      execFileSync(program, args, { env: { ...env, CALLS_FILE: calls } });
      const cells = [checks, Number(readFileSync(calls, 'utf8')), Math.round(median(times[index] ?? []))];
      say(cells.map((cell) => String(cell).padStart(6)).join(' '));
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void bench(Number(process.argv[2] ?? 5));
