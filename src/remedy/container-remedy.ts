import type { Look } from '../checks/kind';
import { holdsPorts, requestedPorts } from '../checks/kinds/container/ports';
import { holds } from '../checks/match/holds';
import type { ContainerInspect } from '../evidence/docker';
import { judgeCheck } from '../judge/judge-check';
import type { AssertionVerdict, CheckVerdict } from '../judge/verdict';
import type { MessageCode } from '../messages/message';
import type { Lab } from '../spec/lab';
import { containerOf } from './container-name';
import { freePorts, isHeldByHost, isName, nameOf } from './host';
import type { Step, Unfit, Way } from './remedy';
import { askedOf, checksOf, imageAskedOf, runCommand } from './run-command';
import { isChosenAtCreation } from './run-options';

/** What mends a container. */
export interface ContainerRemedy {
  readonly way: Exclude<Way, 'do'>;
  readonly steps: readonly Step[];
  readonly unfit?: Unfit;
}

/** States of a container that only a new one mends, though nothing that the lab asks of it was chosen wrong. */
const onlyNew: readonly MessageCode[] = [
  'container.options-after-image',
  'container.program-not-found',
  'container.program-not-executable',
  'container.start-failed',
  'container.shell-without-terminal',
  'container.finished',
  'container.exited-with',
  'container.crash-looping',
  'container.dead',
];

/** A container that something is to be done about. */
export interface Case {
  readonly name: string;
  readonly lab: Lab;
  readonly verdicts: ReadonlyMap<string, CheckVerdict>;
  readonly look: Look;
}

/** What to do about a container, from all that its checks say; `undefined`: nothing, or nothing that is certain. */
export function containerRemedy(one: Case): ContainerRemedy | undefined {
  const { name, lab, look } = one;
  const fact = look({ fact: 'container', name });
  const isUnwanted = askedOf(name, lab).some(([key, value]) => key === 'exists' && value === false);
  if ('fault' in fact || isUnwanted) return undefined;
  if (fact.value === null) return rename(one) ?? withUnfit(create(one), one);
  const failing = failingOf(one);
  const kept = failing.find(({ message }) => message?.code === 'container.name-kept-by-attempt')?.message;
  if (kept?.code === 'container.name-kept-by-attempt' && isName(kept.args.other))
    return { way: 'rename', steps: host(`docker rm ${name}`, `docker rename ${kept.args.other} ${name}`) };
  const misses = failing.flatMap(({ assertions }) =>
    assertions.filter(({ outcome }) => outcome === 'failed'),
  );
  const isWrong =
    misses.some((miss) => isChosenAtCreation(miss.key) && !isOnlyDown(miss, fact.value)) ||
    failing.some(({ message }) => message !== undefined && onlyNew.includes(message.code)) ||
    !wereAsked(fact.value, one);
  return isWrong ? recreate(one) : mend(one, fact.value);
}

/** Whether the ports of one that does not run would be in force if it did: nothing is said of them until it runs. */
const wereAsked = (inspect: ContainerInspect, { name, lab }: Case): boolean =>
  holdsPorts({ inspect }) ||
  askedOf(name, lab)
    .filter(([key]) => key === 'ports')
    .every(([key, expected]) => isOnlyDown({ key, expected }, inspect));

/** Its ports were asked for as they have to be, and are not in force because it does not run. */
const isOnlyDown = (
  { key, expected }: Pick<AssertionVerdict, 'key' | 'expected'>,
  inspect: ContainerInspect | null,
): boolean =>
  key === 'ports' &&
  inspect !== null &&
  !holdsPorts({ inspect }) &&
  holds({ type: 'publication', shape: 'list' }, expected, requestedPorts({ inspect }));

/** A container that was made with other options, or that has been stopped, gives its place to a new one. */
export function recreate(one: Case): ContainerRemedy | undefined {
  const made = create(one);
  if (made?.way !== 'create') return made;
  return { way: 'recreate', steps: [...host(`docker rm -f ${one.name}`), ...made.steps] };
}

const host = (...lines: readonly string[]): Step[] => lines.map((type) => ({ at: 'host', type }));

function failingOf({ name, lab, verdicts }: Case): CheckVerdict[] {
  return checksOf(lab)
    .filter((check) => check.kind === 'container' && containerOf(check) === name)
    .flatMap(({ id }) => verdicts.get(id) ?? [])
    .filter(({ outcome }) => outcome === 'failed');
}

function create(one: Case): ContainerRemedy | undefined {
  if (isHeldByHost(one)) return { way: 'free', steps: [] };
  const run = runCommand(one.name, one.lab);
  if (run === undefined) return undefined;
  const console: Step = { at: 'host', type: run, ...(run.includes(' -it ') && { enters: one.name }) };
  return { way: 'create', steps: [...freePorts(one), ...pullFirst(one), console] };
}

/** Where the lab wants the image from its registry, and it is not: a container of what is there would be of another image. */
function pullFirst({ name, lab, verdicts }: Case): Step[] {
  const image = imageAskedOf(name, lab);
  const wanted = checksOf(lab).filter(
    ({ kind, subject, keys }) =>
      kind === 'image' && keys['pulled'] === true && String(subject).replace(/:latest$/, '') === image,
  );
  const isThere = wanted.every(({ id }) => verdicts.get(id)?.outcome === 'passed');
  return isThere ? [] : host(`docker pull ${image}`);
}

/** Containers that may be the one that is meant, under other names. */
function candidatesFor({ name, look }: Case): readonly ContainerInspect[] {
  const candidates = look({ fact: 'candidates', name });
  return 'value' in candidates ? candidates.value : [];
}

/** A container that is as the lab wants it but for its name, or its state. */
function rename(one: Case): ContainerRemedy | undefined {
  const good = candidatesFor(one).find((inspect) => {
    const { keys, isFinal } = wrongIn(inspect, one);
    return keys.length === 0 && !isFinal;
  });
  if (good === undefined || !isName(nameOf(good))) return undefined;
  const found = nameOf(good);
  const isUp = good.State?.Running === true;
  return {
    way: 'rename',
    steps: host(`docker rename ${found} ${one.name}`, ...(isUp ? [] : [`docker start ${one.name}`])),
  };
}

/** Whoever sees a container under another name thinks of renaming it: why that is not enough. */
function withUnfit(made: ContainerRemedy | undefined, one: Case): ContainerRemedy | undefined {
  const [only, ...others] = candidatesFor(one);
  if (made === undefined || only === undefined || others.length > 0 || !isName(nameOf(only))) return made;
  const { keys } = wrongIn(only, one);
  return keys.length === 0 ? made : { ...made, unfit: { name: nameOf(only), keys } };
}

/** Judged as if it had the name: what is wrong with it that only a new container could have otherwise. */
function wrongIn(
  inspect: ContainerInspect,
  { name, lab, look }: Case,
): { readonly keys: readonly string[]; readonly isFinal: boolean } {
  const called: Look = (request) =>
    request.fact === 'container' && request.name === name
      ? ({ value: inspect } as ReturnType<typeof look<typeof request>>) // the fact of this very request
      : look(request);
  const verdicts = checksOf(lab)
    .filter((check) => check.kind === 'container' && containerOf(check) === name)
    .map((check) => judgeCheck(check, lab, called).verdict);
  const missed = verdicts
    .flatMap(({ assertions }) => assertions)
    .filter((one) => one.outcome !== 'passed' && isChosenAtCreation(one.key) && !isOnlyDown(one, inspect));
  return {
    keys: [...new Set(missed.map(({ key }) => key))],
    isFinal: verdicts.some(({ message }) => message !== undefined && onlyNew.includes(message.code)),
  };
}

/** Nothing of it is wrong but that it does not run, or what can be changed as it is. */
function mend(
  { name, lab, look, ...more }: Case,
  { State: state }: ContainerInspect,
): ContainerRemedy | undefined {
  if (state?.Paused === true) return { way: 'unpause', steps: host(`docker unpause ${name}`) };
  const isUp = state?.Running === true;
  const wantsUp = !askedOf(name, lab).some(([key, value]) => key === 'state' && value !== 'running');
  if (!isUp && wantsUp)
    return {
      way: 'start',
      steps: [...freePorts({ name, lab, look, ...more }), ...host(`docker start ${name}`)],
    };
  return undefined;
}
