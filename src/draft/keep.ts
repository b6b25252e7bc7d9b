import { kinds } from '../checks/registry';
import type { Evidence } from '../evidence/evidence';
import { judgeLab } from '../judge/judge-lab';
import type { CheckVerdict } from '../judge/verdict';
import type { Lab } from '../spec/lab';
import { loadLab } from '../spec/load-lab';
import type { DraftTask, Proposal, Statement } from './statement';
import { writeLab } from './write-lab';

const load = (proposal: Proposal) =>
  loadLab({ text: writeLab(proposal), file: 'lab.yaml', hash: 'sha256:0', kinds });

/** The lab that a proposal is; what is proposed has been made sound before. */
export function labOf(proposal: Proposal): Lab {
  const lab = load(proposal);
  if (!lab.ok) throw new Error(`A draft is not sound: ${JSON.stringify(lab.error)}`);
  return lab.value;
}

/** Without what the lab language cannot say: names from a host can be anything. */
export function keepWhatIsSound(proposal: Proposal): Proposal {
  const isSound = (statement: Statement): boolean =>
    load({
      ...proposal,
      tasks: [{ id: 'task', title: { fr: 'x', en: 'x' }, statements: [statement] }],
    }).ok;
  return withStatements(proposal, (statement) => {
    if (isSound(statement)) return { statement };
    const bad = Object.keys(statement.asserts).filter((key) => !isSound(only(statement, key)));
    const rest = without(statement, bad);
    return rest !== undefined && bad.length > 0 && isSound(rest)
      ? { statement: rest, bad }
      : { bad: Object.keys(statement.asserts) };
  });
}

/** Without what does not hold on this host, or could not be found out: the draft passes where it was made. */
export function keepWhatHolds(proposal: Proposal, evidence: Evidence): Proposal {
  for (let rest = proposal; ;) {
    if (rest.tasks.length === 0) return rest;
    const verdicts = judgeLab(labOf(rest), evidence).tasks.flatMap(({ checks }) => checks);
    const open = verdicts.filter(({ outcome }) => outcome !== 'passed');
    if (open.length === 0) return withoutFallbacks(rest);
    // What is blocked may pass once its cause is left out.
    const causes = open.filter(({ outcome }) => outcome !== 'blocked');
    const wrong = new Set(causes.length > 0 ? causes : open);
    rest = withStatements(rest, (statement, index) => {
      const verdict = verdicts[index];
      return verdict && wrong.has(verdict) ? cut(statement, verdict) : { statement };
    });
  }
}

interface Kept {
  readonly statement?: Statement;
  readonly bad?: readonly string[];
}

function cut(statement: Statement, { assertions }: CheckVerdict): Kept {
  const bad = assertions
    .filter(({ key, outcome }) => outcome !== 'passed' && key in statement.asserts)
    .map(({ key }) => key);
  const rest = bad.length === 0 ? undefined : without(statement, bad);
  return rest ? { statement: rest, bad } : { bad: Object.keys(statement.asserts) };
}

function without(statement: Statement, keys: readonly string[]): Statement | undefined {
  const asserts = Object.fromEntries(
    Object.entries(statement.asserts).filter(([key]) => !keys.includes(key)),
  );
  if (Object.keys(asserts).length === 0 && !statement.assertsPresence) return undefined;
  return { ...statement, asserts };
}

const only = (statement: Statement, key: string): Statement => ({
  ...statement,
  asserts: Object.fromEntries(Object.entries(statement.asserts).filter(([name]) => name === key)),
});

/** `keep` also gets the statement's place among all of the lab. Tasks that nothing is left of go. */
function withStatements(proposal: Proposal, keep: (statement: Statement, index: number) => Kept): Proposal {
  let index = 0;
  const tasks = proposal.tasks.map((task): DraftTask => {
    const kept = task.statements.map((statement) => ({ ...keep(statement, index++), kind: statement.kind }));
    const leftOut = kept.flatMap(({ kind, bad = [] }) => bad.map((key) => `${kind}: ${key}`));
    return {
      ...task,
      statements: kept.flatMap(({ statement }) => statement ?? []),
      leftOut: [...(task.leftOut ?? []), ...leftOut],
    };
  });
  return { ...proposal, tasks: tasks.filter(({ statements }) => statements.length > 0) };
}

function withoutFallbacks(proposal: Proposal): Proposal {
  const tasks = proposal.tasks.map((task) => {
    const others = task.statements.filter(({ fallback }) => fallback !== true);
    return others.length > 0 ? { ...task, statements: others } : task;
  });
  return { ...proposal, tasks };
}
