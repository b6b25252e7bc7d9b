import type { Look } from '../checks/kind';
import type { CheckVerdict, LabVerdict } from '../judge/verdict';
import type { Check, Lab } from '../spec/lab';
import { achieve } from './achieve';
import { containerOf } from './container-name';
import { containerRemedy, recreate, type Case, type ContainerRemedy } from './container-remedy';
import { removeExtra } from './extra-containers';
import type { Remedies, Remedy, Step } from './remedy';
import { checksOf } from './run-command';

/** What to do about each check that is not passed yet and where that is certain. Pure. */
export function planRemedies(lab: Lab, verdict: LabVerdict, look: Look): Remedies {
  const verdicts = new Map(verdict.tasks.flatMap(({ checks }) => checks).map((one) => [one.check, one]));
  const remedies = new Map<string, Remedy>();
  const containers = new Map<string, ContainerRemedy | undefined>();
  for (const check of checksOf(lab)) {
    const judged = verdicts.get(check.id);
    if (judged?.outcome !== 'failed') continue;
    const remedy = remedyOf(check, judged, { lab, verdicts, look }, containers);
    if (remedy) remedies.set(check.id, remedy);
  }
  return remedies;
}

type Situation = Omit<Case, 'name'>;

function remedyOf(
  check: Check,
  judged: CheckVerdict,
  situation: Situation,
  containers: Map<string, ContainerRemedy | undefined>,
): Remedy | undefined {
  const name = containerOf(check);
  const one: Case | undefined = name === undefined ? undefined : { ...situation, name };
  if (one && !containers.has(one.name)) containers.set(one.name, containerRemedy(one));
  if (one && wasStopped(judged)) return withRedo(recreate(one), one);
  const ofContainer = one && containers.get(one.name);
  // Whatever goes on inside would be lost with a container that has to give its place to another.
  if (one && ofContainer) return withRedo(ofContainer, one);
  const extra = removeExtra(judged, situation.lab);
  const steps = extra.length > 0 ? extra : achieve(check, situation.lab, situation.look);
  return steps.length === 0 ? undefined : { way: 'do', steps, ...nothingElse };
}

/** That it never stopped is true of a new container only; all else is right. */
const wasStopped = ({ assertions }: CheckVerdict): boolean => {
  const failed = assertions.filter(({ outcome }) => outcome === 'failed');
  return failed.length > 0 && failed.every(({ key }) => key === 'never-stopped');
};

const nothingElse = { again: [], redo: [], beyond: [] } as const;

/** Checks that the container has failed for good by having been stopped, or will by having to be started. */
const stoppedFor = ({ name, lab, verdicts }: Case): string[] =>
  checksOf(lab)
    .filter((check) => check.kind === 'container' && containerOf(check) === name)
    .filter(({ id }) =>
      verdicts
        .get(id)
        ?.assertions.some(({ key, outcome }) => key === 'never-stopped' && outcome === 'failed'),
    )
    .map(({ id }) => id);

/** What was done in the old container has to be done in the new one. */
function withRedo(
  mended: ContainerRemedy | undefined,
  { name, lab, verdicts, look }: Case,
): Remedy | undefined {
  if (mended === undefined) return undefined;
  if (mended.way !== 'recreate')
    return { ...mended, ...nothingElse, beyond: stoppedFor({ name, lab, verdicts, look }) };
  const lost = checksOf(lab).filter(
    (check) =>
      check.kind !== 'container' &&
      containerOf(check) === name &&
      verdicts.get(check.id)?.outcome === 'passed',
  );
  return {
    ...mended,
    ...nothingElse,
    again: lost.map(({ id }) => id),
    redo: distinct(lost.flatMap((check) => achieve(check, lab, look))),
  };
}

const distinct = (steps: readonly Step[]): Step[] => [
  ...new Map(steps.map((step) => [JSON.stringify(step), step])).values(),
];
