import { literalsIn } from '../checks/kinds/container/near-misses/rule';
import { isJsonObject, type Json } from '../text/json';

/** Options of `docker run` for one expectation; `undefined`: it cannot be said so. */
type Options = (expected: Json) => readonly string[] | undefined;

const each =
  (option: string): Options =>
  (expected) => {
    const values = literalsIn(expected);
    return values.length === 0 ? undefined : values.flatMap((value) => [option, String(value)]);
  };
const one =
  (option: string): Options =>
  (expected) =>
    typeof expected === 'string' || typeof expected === 'number' ? [option, String(expected)] : undefined;
const flag =
  (option: string): Options =>
  (expected) =>
    expected === true ? [option] : expected === false ? [] : undefined;
const pairs =
  (option: string): Options =>
  (expected) => {
    if (!isJsonObject(expected)) return undefined;
    const entries = Object.entries(expected);
    const isPlain = entries.every(([, value]) => typeof value === 'string' || typeof value === 'number');
    return isPlain ? entries.flatMap(([key, value]) => [option, `${key}=${String(value)}`]) : undefined;
  };
const nothing: Options = () => [];

/** Attributes that `docker run` chooses, and how. `image` and `command` are words of their own; a terminal is asked for with the rest. */
const options: Readonly<Record<string, Options>> = {
  image: nothing,
  tty: nothing,
  stdin: nothing,
  'main-process': nothing,
  ports: each('-p'),
  'requested-ports': each('-p'),
  env: pairs('-e'),
  labels: pairs('--label'),
  hostname: one('-h'),
  user: one('-u'),
  workdir: one('-w'),
  init: flag('--init'),
  'network-mode': one('--network'),
  'extra-hosts': each('--add-host'),
  dns: each('--dns'),
  'restart-policy': one('--restart'),
  memory: one('-m'),
  cpus: one('--cpus'),
  'pids-limit': one('--pids-limit'),
  privileged: flag('--privileged'),
  'read-only': flag('--read-only'),
  'cap-add': each('--cap-add'),
  'cap-drop': each('--cap-drop'),
  'auto-remove': flag('--rm'),
  'stop-signal': one('--stop-signal'),
  'log-driver': one('--log-driver'),
  'security-opt': each('--security-opt'),
};

/** What becomes so by itself, or without a new container. */
const unchosen: readonly string[] = [
  'exists',
  'name',
  'id',
  'image-id',
  'state',
  'exit-code',
  'health',
  'crash-looping',
  'restart-count',
  'oom-killed',
  'networks',
  'ip-addresses',
  'aliases',
];

/** Whether only a new container can have another value. */
export const isChosenAtCreation = (attribute: string): boolean =>
  !unchosen.includes(attribute) && attribute !== 'never-stopped';

/** Options of `docker run` for what a lab asks of a container; `undefined` where one of them cannot be said for certain. */
export function runOptions(asked: readonly (readonly [string, Json])[]): string[] | undefined {
  const words: string[] = [];
  for (const [attribute, expected] of asked) {
    if (!isChosenAtCreation(attribute)) continue;
    const found = options[attribute]?.(expected);
    if (found === undefined) return undefined;
    words.push(...found);
  }
  return words;
}
