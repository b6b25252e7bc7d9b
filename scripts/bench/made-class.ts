import { join } from 'node:path';
import type { ClassResult } from '../../src/class/class-result';
import type { Evidence } from '../../src/evidence/evidence';
import { loadLabs } from '../../src/grading/load-labs';
import { localeOf } from '../../src/grading/locale';
import { judgeLab } from '../../src/judge/judge-lab';
import { taskOutcome } from '../../src/judge/task-outcome';
import type { ShownReports } from '../../src/report/formats/format';
import { makeReport } from '../../src/report/make-report';
import { showReport } from '../../src/report/shown/show-report';
import type { ShownCheck, ShownReport } from '../../src/report/shown/shown-report';
import { score } from '../../src/score/score';

/** Numbers from 0 to 1, the same at every run: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const firstNames = ['Alice', 'Bruno', 'Chloé', 'Driss', 'Élodie', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jules'];
const lastNames = [
  'Martin',
  'Nguyễn',
  'Lefèvre',
  'Benali',
  'O’Brien',
  'Dubois',
  'Kowalski',
  'Traoré',
  'García',
];

/** The reports of the labs that ship, as students get them when nothing could be found out. */
function templates(): ShownReports {
  const root = join(__dirname, '../..');
  const labs = loadLabs([], 'labs', root);
  if (!labs.ok) throw new Error('The labs are not sound.');
  const evidence: Evidence = {
    vigie: 'evidence',
    version: 1,
    grader: '0.0.0',
    takenAt: '2026-10-01T08:00:00.000Z',
    tookMs: 700,
    labs: [],
    endpoint: 'unix:///var/run/docker.sock',
    facts: {},
  };
  const [first, ...others] = labs.value.map(({ lab }) => {
    const verdict = judgeLab(lab, evidence);
    return showReport(makeReport(lab, evidence, verdict, score(lab, verdict), '0.0.0'), localeOf('fr'));
  });
  if (!first) throw new Error('There are no labs.');
  return [first, ...others];
}

/**
 * A made-up class: students of different skill on checks of different difficulty, some marks undecided, a few entries without any report, and in each two hundred
 * one pair on the same engine. The same at every run.
 */
export function* madeClass(students: number): Generator<ClassResult> {
  const [first, ...others] = templates();
  for (let index = 0; index < students; index++) {
    const random = randomFrom(index + 1);
    const skill = random();
    const id = `s${String(index).padStart(5, '0')}`;
    const given = firstNames[index % firstNames.length] ?? '';
    const family = lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? '';
    const make = (report: ShownReport): ShownReport => made(report, skill, random, index);
    yield {
      vigie: 'class-result',
      version: 1,
      student: {
        id,
        name: `${family} ${given} ${Math.floor(index / 90) + 1}`,
        email: `${id}@example.edu`,
        section: `TP ${(index % 6) + 1}`,
      },
      gradedAt: `2026-10-${String((index % 9) + 1).padStart(2, '0')}T10:00:00.000Z`,
      source: { kind: 'report', from: `reports/${id}.json`, sha256: String(index).padStart(64, '0') },
      ...(index % 211 === 210
        ? { problem: { code: 'entry.no-such-file', text: `Le fichier reports/${id}.json n’existe pas.` } }
        : { reports: [make(first), ...others.map(make)] }),
    };
  }
}

function made(report: ShownReport, skill: number, random: () => number, index: number): ShownReport {
  const isLost = random() < 0.01;
  let place = 0;
  const tasks = report.tasks.map((task) => {
    const checks = task.checks.map((check) =>
      madeCheck(check, skill - (place++ % 7) / 9 + random() * 0.7, isLost && random() < 0.2, index),
    );
    return {
      ...task,
      ...pointsOf(checks),
      outcome: taskOutcome(checks.map(({ outcome }) => outcome)),
      checks,
    };
  });
  const whole = pointsOf(tasks);
  const isOpen = tasks.some(({ checks }) => checks.some((check) => check.outcome === 'error'));
  const engine = index % 200 === 1 ? index - 1 : index;
  return {
    ...report,
    engine: {
      flavour: 'docker',
      store: 'classic',
      id: `ENGN:${String(engine).padStart(8, '0')}`,
      name: `host-${index}`,
      version: '20.10.24',
      apiVersion: '1.41',
      os: 'linux',
      arch: 'amd64',
    },
    ...whole,
    max: report.max,
    outcome: isOpen ? 'incomplete' : whole.points >= report.lab.pass ? 'reached' : 'below',
    tasks,
  };
}

function madeCheck(template: ShownCheck, luck: number, isLost: boolean, index: number): ShownCheck {
  if (isLost) return { ...template, outcome: 'error', points: 0, undecided: template.max };
  const check = { ...template, assertions: [] }; // those of the template could not be found out
  if (luck > 0.3) return passed(check);
  const code = luck < -0.1 ? 'container.absent' : 'container.other-name';
  const text =
    luck < -0.1
      ? 'Il n’y a pas de conteneur « ubuntu ».'
      : `L’image est la bonne, mais le conteneur s’appelle « mystifying_austin${index % 977} » ; il doit s’appeler « ubuntu ».`;
  return { ...check, outcome: 'failed', points: 0, undecided: 0, message: { code, args: {}, text } };
}

/** What passed is told nothing. */
function passed(check: ShownCheck): ShownCheck {
  const entries = Object.entries(check).filter(([key]) => key !== 'message');
  // All that is left out may be absent.
  const rest = Object.fromEntries(entries) as unknown as ShownCheck;
  return { ...rest, outcome: 'passed', points: check.max, undecided: 0 };
}

function pointsOf(parts: readonly Pick<ShownReport, 'points' | 'max' | 'undecided'>[]) {
  const sum = (key: 'points' | 'max' | 'undecided'): number =>
    Math.round(parts.reduce((total, part) => total + part[key], 0) * 1e6) / 1e6;
  return { points: sum('points'), max: sum('max'), undecided: sum('undecided') };
}
