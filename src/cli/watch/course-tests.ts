import { createHash } from 'node:crypto';
import { requestsRead } from '../../checks/kinds/jest';
import type { Evidence, Fact } from '../../evidence/evidence';
import { factKey } from '../../evidence/request';
import type { Lab } from '../../spec/lab';

/** What tests came to, by the key of the fact. */
export type Answers = Readonly<Record<string, Fact>>;
export type AskTests = (evidence: Evidence) => Promise<Answers>;

/**
 * Hand-written tests cost a process, and their answer depends on what they read alone: it is kept for as long as that is the same, and they are asked again when a
 * look has changed it, never twice at once.
 */
export interface CourseTests {
  /** The evidence with the answers that hold for it. */
  readonly known: (evidence: Evidence) => Evidence;
  /** Has these tests asked about it, unless some are being asked: then `answered` comes first. */
  readonly ask: (titles: readonly string[], evidence: Evidence) => void;
  readonly isAsking: () => boolean;
  /** When those that are being asked have answered. */
  readonly settled: () => Promise<void>;
}

export function openCourseTests(labs: readonly Lab[], askTests: AskTests, answered: () => void): CourseTests {
  const reads = readsByTest(labs);
  const kept = new Map<string, { readonly seen: string; readonly fact: Fact }>();
  let underWay: Promise<void> | undefined;
  const keep = (titles: readonly string[], evidence: Evidence, answers: Answers): void => {
    for (const title of titles) {
      const fact = answers[testKey(title)];
      if (fact) kept.set(title, { seen: whatIsSeen(reads.get(title), evidence), fact });
    }
  };
  return {
    known: (evidence) => {
      const facts = [...kept].filter(([title, { seen }]) => seen === whatIsSeen(reads.get(title), evidence));
      const answers = facts.map(([title, { fact }]) => [testKey(title), fact] as const);
      return { ...evidence, facts: { ...evidence.facts, ...Object.fromEntries(answers) } };
    },
    ask: (titles, evidence) => {
      underWay ??= askTests(evidence)
        .then((answers) => {
          keep(titles, evidence, answers);
        })
        .finally(() => {
          underWay = undefined;
          answered();
        });
    },
    isAsking: () => underWay !== undefined,
    settled: () => underWay ?? Promise.resolve(),
  };
}

const testKey = (title: string): string => factKey({ fact: 'jest', title });

/** The facts that each test says it reads; of one that says nothing, any may matter. */
function readsByTest(labs: readonly Lab[]): ReadonlyMap<string, readonly string[]> {
  const checks = labs.flatMap(({ tasks }) => tasks.flatMap((task) => task.checks));
  const all = new Map<string, readonly string[]>();
  for (const { kind, subject, keys } of checks) {
    if (kind !== 'jest') continue;
    const title = String(subject);
    const keysRead = requestsRead(keys['reads']).map(factKey);
    all.set(title, [...(all.get(title) ?? []), ...keysRead]);
  }
  return all;
}

function whatIsSeen(keys: readonly string[] = [], { facts }: Evidence): string {
  const read = keys.length > 0 ? keys.map((key) => [key, facts[key] ?? null]) : Object.entries(facts);
  return createHash('sha256').update(JSON.stringify(read, withoutAges)).digest('hex');
}

/** `Up 12 seconds` is another text at each look, and nothing has happened. */
const withoutAges = (key: string, value: unknown): unknown =>
  key === 'Status' && typeof value === 'string' && /^(?:Up|Exited|Created|Dead)\b/.test(value)
    ? value
        .replace(/\d+|[Aa]n? |Less than|About/g, '')
        .replace(/(?:second|minute|hour|day|week|month|year)s?/g, '')
    : value;
