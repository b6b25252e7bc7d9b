import { literalIn } from '../checks/kinds/container/near-misses/rule';
import { isAttribute, kinds } from '../checks/registry';
import type { Check, Lab } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';
import { containerOf, containersRead } from './container-name';
import { runOptions } from './run-options';

export const checksOf = (lab: Lab): readonly Check[] => lab.tasks.flatMap(({ checks }) => checks);

/** What all checks of a lab ask of the container of that name. */
export function askedOf(name: string, lab: Lab): readonly (readonly [string, Json])[] {
  return checksOf(lab)
    .filter((check) => check.kind === 'container' && containerOf(check) === name)
    .flatMap(({ keys }) => Object.entries(keys))
    .filter(([key]) => kinds['container'] && isAttribute(kinds['container'], key));
}

/** The image that the lab wants the container to come from. */
export function imageAskedOf(name: string, lab: Lab): string | undefined {
  const image = askedOf(name, lab).find(([key]) => key === 'image');
  const reference = image && literalIn(image[1]);
  // `ubuntu` is what a course says, and what `ubuntu:latest` means.
  return reference?.startsWith('/') ? undefined : reference?.replace(/:latest$/, '');
}

/** The one `docker run` that makes the container as the whole lab asks for it; `undefined` where that cannot be said for certain. */
export function runCommand(name: string, lab: Lab): string | undefined {
  const asked = askedOf(name, lab);
  const image = imageAskedOf(name, lab);
  const chosen = runOptions(distinct(asked));
  if (image === undefined || chosen === undefined) return undefined;
  const ports = asked.some(([key]) => key === 'ports') ? [] : portsReached(name, lab);
  const words = ['docker', 'run', terminalOf(name, lab), ...ports, ...chosen, '--name', name, image];
  return words.map(shellWord).join(' ');
}

/** One who types in a container needs it in front; else it only has to stay, and a shell does not without a terminal. */
function terminalOf(name: string, lab: Lab): '-it' | '-dit' {
  const isTypedIn = checksOf(lab).some((check) => {
    if (check.kind === 'jest') return isJestAboutConsole(check, name);
    if (containerOf(check) !== name) return false;
    const asksTerminal = check.kind === 'container' && (check.keys['tty'] ?? check.keys['stdin']) === true;
    return asksTerminal || (check.kind === 'logs' && ('typed' in check.keys || 'ran' in check.keys));
  });
  return isTypedIn ? '-it' : '-dit';
}

const isJestAboutConsole = ({ keys: { reads } }: Check, name: string): boolean =>
  containersRead(reads).includes(name) && JSON.stringify(reads).includes('logs/');

/** Ports at which the lab asks the container for an answer, for a lab that does not name them as published. */
function portsReached(name: string, lab: Lab): string[] {
  return checksOf(lab).flatMap((check) => {
    if (check.kind !== 'http' || containerOf(check) !== name || !isJsonObject(check.subject)) return [];
    const { port, 'host-port': hostPort = port } = check.subject;
    return typeof port === 'number' && typeof hostPort === 'number' ? ['-p', `${hostPort}:${port}`] : [];
  });
}

const distinct = <T>(entries: readonly T[]): T[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];

const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
