import type { Look } from '../checks/kind';
import { literalIn, literalsIn } from '../checks/kinds/container/near-misses/rule';
import { typedHere } from '../checks/kinds/package/typed-here';
import { sameAsIn } from '../checks/same-as';
import type { Check, Lab } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';
import { containerOf } from './container-name';
import type { Step } from './remedy';
import { checksOf } from './run-command';

/** What a student does so that a check of this kind holds, on a host where all that it needs is there; nothing where that is not certain. */
type Achieve = (check: Check, lab: Lab, look: Look) => readonly Step[];

const onHost = (type: string): Step[] => [{ at: 'host', type }];
const inside = (check: Check, ...type: readonly string[]): Step[] => {
  const container = containerOf(check);
  return container === undefined ? [] : [{ at: 'inside', container, type }];
};
const plain = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : literalIn(value)?.replace(/^\/.*\/[a-z]*$/, '') || undefined;

/** Of several that will do, the author's first. */
const firstOf = (value: Json | undefined): string | undefined =>
  (value === undefined ? [] : literalsIn(value)).map((one) => plain(one)).find((one) => one !== undefined);

/** What of an event's subject a `docker` command of the same name causes; the student types no more than the name. */
const typedEvents = ['top', 'attach', 'pause', 'unpause', 'restart', 'start', 'stop', 'kill'];

const event: Achieve = ({ subject, keys }) => {
  const { action, container, command } = isJsonObject(subject) ? subject : {};
  const isWanted = keys['exists'] !== false && keys['times'] !== 0;
  if (!isWanted || typeof action !== 'string' || typeof container !== 'string' || command !== undefined)
    return [];
  if (!typedEvents.includes(action)) return [];
  const type = `docker ${action} ${container}`;
  return [{ at: 'host', type, ...(action === 'attach' && { enters: container }) }];
};

const logs: Achieve = (check) => {
  const { subject, keys } = check;
  if (typeof subject !== 'string') return onHost(`docker run ${imageOf(subject)}`);
  const line = firstOf(keys['ran']) ?? plain(keys['typed']);
  if (line === undefined) return [];
  return inside(check, ...(/^python3?$/.test(line) ? [line, 'exit()'] : [line]));
};

const imageOf = (subject: Json): string =>
  isJsonObject(subject) && typeof subject['image'] === 'string' ? subject['image'] : '';

const answer: Achieve = ({ subject, keys }) => {
  const [compared] = Object.values(keys).flatMap(sameAsIn);
  if (typeof subject !== 'string' || compared === undefined) return [];
  return [{ at: 'answer', question: subject, sameAs: compared.check.id }];
};

/** `nginx: master` is started by its program's service. Where it runs and does not answer as it should, nobody can say for certain why. */
const process: Achieve = (check, lab) => {
  const program = plain(check.subject)?.split(/[:\s]/)[0];
  const isPackaged = checksOf(lab).some(({ kind, subject }) => kind === 'package' && subject === program);
  return program !== undefined && isPackaged ? inside(check, `service ${program} start`) : [];
};

const image: Achieve = ({ subject, keys }, _lab, look) => {
  const name = plain(subject);
  if (name === undefined || keys['exists'] === false) return [];
  if (!('containers' in keys)) return onHost(`docker pull ${name}`);
  // One more is what is missing only where none is there.
  const rows = look({ fact: 'containers' });
  const isThere =
    'value' in rows &&
    rows.value.some(({ Image = '' }) => Image.replace(/:latest$/, '') === name.replace(/:latest$/, ''));
  return isThere ? [] : onHost(`docker run ${name}`);
};

const managers = {
  dpkg: (name: string) => `apt update && apt install -y ${name}`,
  none: (name: string) => `apt update && apt install -y ${name}`,
  apk: (name: string) => `apk add ${name}`,
  rpm: (name: string) => `dnf install -y ${name}`,
} as const;

const installed: Achieve = (check, lab, look) => {
  const name = plain(check.subject);
  const container = containerOf(check);
  if (name === undefined || container === undefined || check.keys['exists'] === false) return [];
  const seen = look({ fact: 'container', name: container });
  const here =
    'value' in seen && seen.value
      ? typedHere({ package: name, name: container }, { container: { inspect: seen.value }, lab, look })
      : undefined;
  // What apt asks for is an answer, not one more command; what still runs needs nothing.
  if (here?.because?.code === 'package.unanswered') return inside(check, here.because.args.yes);
  if (here?.goesOn === true) return [];
  const packages = look({ fact: 'packages', container, names: [] });
  const manager = 'value' in packages && packages.value ? packages.value.manager : 'none';
  return inside(check, managers[manager](name));
};

const byKind: Readonly<Record<string, Achieve>> = {
  answer,
  event,
  logs,
  process,
  image,
  container: ({ subject, keys }) =>
    isJsonObject(subject) && keys['exists'] !== false ? onHost(`docker run ${imageOf(subject)}`) : [],
  package: installed,
};

export const achieve: Achieve = (check, lab, look) => byKind[check.kind]?.(check, lab, look) ?? [];
