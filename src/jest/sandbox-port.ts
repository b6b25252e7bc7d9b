import type { Evidence, Fact } from '../evidence/evidence';
import type { LogsFact } from '../evidence/facts';
import { fault as makeFault, type Fault } from '../evidence/fault';
import { factKey } from '../evidence/request';
import type { CheckVerdict } from '../judge/verdict';
import { stripTerminal } from '../text/strip-terminal';
import { message } from '../messages/message';
import { parsePattern } from '../text/pattern';
import type { Check } from '../spec/lab';
import { withJestFacts } from './jest-facts';
import type { GradingRun } from './grading-run';
import type { RunState } from './run-state';
import type { Judged, SandboxPort, Statement, Wanted } from './sandbox/port';
import { testTree } from './test-tree';

export function newState(run: GradingRun): RunState {
  const state: RunState = {
    run,
    tests: [],
    brokenFiles: [],
    openSandbox: (evidence) => sandboxPort(state, evidence),
  };
  return state;
}

/** The run as a sandbox may see it. */
function sandboxPort(state: RunState, evidence: Evidence): SandboxPort {
  const { run } = state;
  const factOf = (key: string): Fact =>
    (Object.hasOwn(evidence.facts, key) ? evidence.facts[key] : undefined) ?? {
      fault: makeFault('fact.not-collected', { key }),
    };
  return {
    fact: (key) => JSON.stringify(factOf(key)),
    sayFault: (fault) => run.sayFault(JSON.parse(fault) as Fault).says,
    judge: (statement) => {
      const verdict = run.judge(checkOf(JSON.parse(statement) as Statement), evidence);
      return JSON.stringify(judged(verdict, run));
    },
    searchLogs: (container, wanted) => {
      // The key names the fact's kind.
      const logs = factOf(factKey({ fact: 'logs', container })) as Fact<LogsFact | null>;
      return JSON.stringify(searched(container, JSON.parse(wanted) as Wanted, logs, run));
    },
    labs: () => {
      const verdicts = run.verdicts(withJestFacts(evidence, state));
      return JSON.stringify(testTree(run.labs, verdicts, run.language, run.say));
    },
  };
}

function checkOf({ kind, subject, keys }: Statement): Check {
  const at = { line: 1, column: 1 };
  return {
    id: 'jest',
    kind,
    subject,
    keys,
    weight: 1,
    partial: false,
    hidden: false,
    at,
    positions: {},
  };
}

function judged(verdict: CheckVerdict, run: GradingRun): Judged {
  const says = verdict.message ? run.say(verdict.message).says : '';
  return {
    outcome: verdict.outcome === 'passed' || verdict.outcome === 'failed' ? verdict.outcome : 'error',
    says,
  };
}

const shownLog = 300;

/** Linear in the log, whatever the pattern: the log is the student's. */
function searched(container: string, wanted: Wanted, logs: Fact<LogsFact | null>, run: GradingRun): Judged {
  if ('fault' in logs) return { outcome: 'error', says: run.sayFault(logs.fault).says };
  if (logs.value === null)
    return { outcome: 'failed', says: run.say(message('container.absent', { name: container })).says };
  if (logs.value.unreadable === true)
    return { outcome: 'error', says: `the log of ${container} cannot be read` };
  const text = [logs.value.stdout, logs.value.stderr].map(stripTerminal).join('\n').trimEnd();
  const pattern = 'pattern' in wanted ? parsePattern(wanted.pattern) : undefined;
  if (pattern?.ok === false)
    return { outcome: 'error', says: `the pattern cannot be used here: ${pattern.error.code}` };
  const found = 'text' in wanted ? text.includes(wanted.text) : pattern?.value.test(text) === true;
  if (found) return { outcome: 'passed', says: '' };
  // What is not in a part may be in the rest.
  if (logs.value.truncated || logs.value.startLost === true)
    return { outcome: 'error', says: `the log of ${container} was read only in part` };
  const says = run.say(message('logs.not-there', { name: container })).says;
  return { outcome: 'failed', says: `${says}\n${text.slice(-shownLog)}` };
}
