import type { ContainerView, LogsView } from './host';
import { port, type Judged, type Said, type Statement, type Wanted } from './port';
import { ToldError } from './told-error';

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  /** The message by language: Jest hands it on with the error. */
  readonly texts: Said;
}

/** Each says what a check in YAML would say, judged and explained by the same code. */
export const matchers = {
  /** `80:80`, `127.0.0.1:80:80`, `53:53/udp`: as `docker run -p` takes it. */
  toPublish: (container: ContainerView, publication: string) =>
    stated(container, { fr: 'publie', en: 'publishes' }, { ports: [publication] }),
  toBeRunning: (container: ContainerView) =>
    stated(container, { fr: 'a l’état', en: 'has the state' }, { state: 'running' }),
  toUseImage: (container: ContainerView, reference: string) =>
    stated(container, { fr: 'vient de l’image', en: 'comes from the image' }, { image: reference }),
  /** A text, or a pattern; patterns are matched in linear time, so there is no lookaround. */
  toHaveLogged: (logs: LogsView, wanted: string | RegExp) => {
    const asked: Wanted = typeof wanted === 'string' ? { text: wanted } : { pattern: String(wanted) };
    const judged = JSON.parse(port().searchLogs(logs.container, JSON.stringify(asked))) as Judged;
    return result(judged, claim(logs.container, { fr: 'a affiché', en: 'has logged' }, String(wanted)));
  },
  /** Commands as `ran:` of a `logs` check takes them: all of them were typed in its terminal, and did not say that they failed. */
  toHaveRun: (logs: LogsView, ...commands: readonly string[]) => {
    const statement: Statement = { kind: 'logs', subject: logs.container, keys: { ran: commands } };
    const judged = JSON.parse(port().judge(JSON.stringify(statement))) as Judged;
    return result(judged, claim(logs.container, { fr: 'a exécuté', en: 'has run' }, commands.join(', ')));
  },
};

function stated(container: ContainerView, verb: Said, keys: Statement['keys']): MatcherResult {
  const statement: Statement = { kind: 'container', subject: container.name, keys };
  const judged = JSON.parse(port().judge(JSON.stringify(statement))) as Judged;
  return result(judged, claim(container.name, verb, Object.values(keys).flat().join(', ')));
}

const claim = (name: string, verb: Said, what: string): Said => ({
  fr: `le conteneur ${name} ${verb.fr} ${what}`,
  en: `the container ${name} ${verb.en} ${what}`,
});

/** What could not be found out is thrown: an expectation that does not hold is the student's, this is not. */
function result({ outcome, says }: Judged, claimed: Said): MatcherResult {
  if (outcome === 'error') throw new ToldError(says);
  const pass = outcome === 'passed';
  const texts: Said = pass
    ? { fr: `Ceci ne devrait pas être : ${claimed.fr}.`, en: `This should not be so: ${claimed.en}.` }
    : {
        fr: says.fr || `Ceci devrait être : ${claimed.fr}.`,
        en: says.en || `This should be so: ${claimed.en}.`,
      };
  return { pass, message: () => texts[port().language], texts };
}
