import type { ContainerView, LogsView } from './host';
import { port, type Judged, type Statement, type Wanted } from './port';

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Each says what a check in YAML would say, judged and explained by the same code. */
export const matchers = {
  /** `80:80`, `127.0.0.1:80:80`, `53:53/udp`: as `docker run -p` takes it. */
  toPublish: (container: ContainerView, publication: string) =>
    stated(container, 'to publish', { ports: [publication] }),
  toBeRunning: (container: ContainerView) => stated(container, 'to be', { state: 'running' }),
  toUseImage: (container: ContainerView, reference: string) =>
    stated(container, 'to use the image', { image: reference }),
  /** A text, or a pattern; patterns are matched in linear time, so there is no lookaround. */
  toHaveLogged: (logs: LogsView, wanted: string | RegExp) => {
    const asked: Wanted = typeof wanted === 'string' ? { text: wanted } : { pattern: String(wanted) };
    const judged = JSON.parse(port().searchLogs(logs.container, JSON.stringify(asked))) as Judged;
    return result(judged, `the container ${logs.container}`, `to have logged ${String(wanted)}`);
  },
  /** Commands as `ran:` of a `logs` check takes them: all of them were typed in its terminal, and did not say that they failed. */
  toHaveRun: (logs: LogsView, ...commands: readonly string[]) => {
    const statement: Statement = { kind: 'logs', subject: logs.container, keys: { ran: commands } };
    const judged = JSON.parse(port().judge(JSON.stringify(statement))) as Judged;
    return result(judged, `the container ${logs.container}`, `to have run ${commands.join(', ')}`);
  },
};

function stated(container: ContainerView, verb: string, keys: Statement['keys']): MatcherResult {
  const statement: Statement = { kind: 'container', subject: container.name, keys };
  const judged = JSON.parse(port().judge(JSON.stringify(statement))) as Judged;
  return result(
    judged,
    `the container ${container.name}`,
    `${verb} ${Object.values(keys).flat().join(', ')}`,
  );
}

/** What could not be found out is thrown: an expectation that does not hold is the student's, this is not. */
function result({ outcome, says }: Judged, subject: string, expected: string): MatcherResult {
  if (outcome === 'error') throw new Error(says);
  const pass = outcome === 'passed';
  return {
    pass,
    message: () => (pass ? `expected ${subject} not ${expected}` : says || `expected ${subject} ${expected}`),
  };
}
