/**
 * Times `vigie grade` against what it stands for: ten facts of labs 02 and 03, on one engine, in turns. Prints medians and the ratios of
 * pairs, keeps nothing. Needs bats and curl, and a build (`npm run build`).
 * Run: npm run bench [-- RUNS]; DOCKER_HOST names an engine that is in the state of those labs, else a clean room is opened.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEngine } from './bench/engine';
import { inTurns, median, ratio, type Variant } from './bench/measure';

const here = join(__dirname, 'bench');
const node = process.execPath;

function variants(): readonly Variant[] {
  const vigie = [node, join(__dirname, '..', 'dist', 'cli', 'main.js'), 'grade', join(here, 'lab.yaml')];
  return [
    { name: 'a  bash, a docker call a fact', command: ['bash', join(here, 'facts.sh')] },
    { name: 'b  bats, the same', command: ['bats', join(here, 'facts.bats')] },
    { name: 'c  vigie grade', command: vigie },
    { name: 'd  Jest on an empty file', command: [node, join(here, 'jest-alone.js')] },
    {
      name: 'd′ the same without Babel and reporters',
      command: [node, join(here, 'jest-alone.js'), 'plain'],
    },
    { name: 'e  node alone', command: [node, '-e', '0'] },
  ];
}

async function bench(runs: number): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await using engine = await benchEngine(process.env, say);
  const scratch = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  try {
    const env = { ...engine.env, VIGIE_STATE: scratch, XDG_CACHE_HOME: scratch };
    const timed = variants().map((variant) => ({ ...variant, command: engine.enter(variant.command) }));
    const times = inTurns(timed, runs, env);
    const [bash = [], , vigie = [], jest = [], plain = []] = times;
    say(`\n${runs} turns on ${engine.what}, node ${process.version}; milliseconds from start to exit`);
    say('median    min    max');
    timed.forEach(({ name }, index) => {
      const own = times[index] ?? [];
      const cells = [median(own), Math.min(...own), Math.max(...own)].map((ms) => ms.toFixed(0).padStart(6));
      say(`${cells.join(' ')}  ${name}`);
    });
    say('\nmedian of the ratios within a turn');
    say(`${ratio(vigie, bash).toFixed(2)}  c / a`);
    say(`${ratio(vigie, jest).toFixed(2)}  c / d`);
    say(`${ratio(vigie, plain).toFixed(2)}  c / d′`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void bench(Number(process.argv[2] ?? 15));
