import type { Evidence, Fact } from '../evidence/evidence';
import type { LogsFact } from '../evidence/facts';
import { fault as makeFault, type Fault } from '../evidence/fault';
import { factKey } from '../evidence/request';
import { withNames } from '../checks/with-names';
import type { CheckVerdict } from '../judge/verdict';
import { stripTerminal } from '../text/strip-terminal';
import { message, type Message } from '../messages/message';
import { parsePattern } from '../text/pattern';
import type { Check } from '../spec/lab';
import { withJestFacts } from './jest-facts';
import type { GradingRun } from './grading-run';
import type { RunState } from './run-state';
import { inEach } from './in-each';
import type { Judged, Said, SandboxPort, Statement, Wanted } from './sandbox/port';
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
    language: run.language,
    fact: (key) => JSON.stringify(factOf(key)),
    sayFault: (fault) =>
      JSON.stringify(inEach((language) => run.sayFault(JSON.parse(fault) as Fault, language).says)),
    judge: (statement) => {
      const check = checkOf(JSON.parse(statement) as Statement);
      return JSON.stringify(judged(run.judge(check, evidence), check, run));
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

function judged(verdict: CheckVerdict, statement: Check, run: GradingRun): Judged {
  const { message: told } = verdict;
  const says = inEach((language) =>
    told ? run.say(withNames(told, statement, language), language).says : '',
  );
  return {
    outcome: verdict.outcome === 'passed' || verdict.outcome === 'failed' ? verdict.outcome : 'error',
    says,
  };
}

const unreadable = (name: string): Said => ({
  fr: `le journal de ${name} ne peut pas être lu`,
  en: `the log of ${name} cannot be read`,
});
const inPart = (name: string): Said => ({
  fr: `le journal de ${name} n’a été lu qu’en partie`,
  en: `the log of ${name} was read only in part`,
});
const badPattern = (code: string): Said => ({
  fr: `le motif ne peut pas servir ici : ${code}`,
  en: `the pattern cannot be used here: ${code}`,
});

const shownLog = 300;

/** Linear in the log, whatever the pattern: the log is the student's. */
function searched(container: string, wanted: Wanted, logs: Fact<LogsFact | null>, run: GradingRun): Judged {
  const tell = (said: Message): Said => inEach((language) => run.say(said, language).says);
  if ('fault' in logs)
    return { outcome: 'error', says: inEach((language) => run.sayFault(logs.fault, language).says) };
  if (logs.value === null)
    return { outcome: 'failed', says: tell(message('container.absent', { name: container })) };
  if (logs.value.unreadable === true) return { outcome: 'error', says: unreadable(container) };
  const text = [logs.value.stdout, logs.value.stderr].map(stripTerminal).join('\n').trimEnd();
  const pattern = 'pattern' in wanted ? parsePattern(wanted.pattern) : undefined;
  if (pattern?.ok === false) return { outcome: 'error', says: badPattern(pattern.error.code) };
  const found = 'text' in wanted ? text.includes(wanted.text) : pattern?.value.test(text) === true;
  if (found) return { outcome: 'passed', says: inEach(() => '') };
  // What is not in a part may be in the rest.
  if (logs.value.truncated || logs.value.startLost === true)
    return { outcome: 'error', says: inPart(container) };
  const says = tell(message('logs.not-there', { name: container }));
  return { outcome: 'failed', says: inEach((language) => `${says[language]}\n${text.slice(-shownLog)}`) };
}
