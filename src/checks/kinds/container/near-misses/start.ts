import type { ContainerInspect, ContainerSummary } from '../../../../evidence/docker';
import { message } from '../../../../messages/message';
import type { Check } from '../../../../spec/lab';
import { isJsonObject, type Json } from '../../../../text/json';
import { stateOf } from '../state';
import type { Diagnosis } from '../../../kind';
import { isSameImage } from '../image-name';
import type { Container } from '../container';
import { holdersOf } from '../port-holders';
import { literalIn, literalsIn, nameOf, wantsRunning, type Rule } from './rule';

/** Options of `docker run`; a command never begins with one. */
const runOptions = /^(-[ditPpvehuwm]+|--[a-z][a-z-]*)(=.*)?$/;

/** `docker run ubuntu -p 80:80`: what stands after the image is the command, or the arguments of its entry point. */
export const optionsAfterImage: Rule = ({ resource: { inspect } }) => {
  const command =
    typeof inspect.Config?.Cmd === 'string' ? [inspect.Config.Cmd] : (inspect.Config?.Cmd ?? []);
  const [first = ''] = command;
  if (!runOptions.test(first) || startsByItself(inspect.Path, first)) return undefined;
  const options = command.join(' ');
  return message('container.options-after-image', {
    name: nameOf(inspect),
    options: options.length > 60 ? `${options.slice(0, 59)}…` : options,
  });
};

/** An image with an entry point of its own may well take such options (`docker run curl -v`), and then it works. */
const startsByItself = (path: string | undefined, first: string): boolean =>
  path !== undefined && path !== first && !path.endsWith('docker-entrypoint.sh');

/** The name stays with an attempt that is over while another container, made later and as the lab asks, runs. */
export const nameKeptByAttempt: Rule = (diagnosis) => {
  const { inspect } = diagnosis.resource;
  const list = diagnosis.look({ fact: 'containers' });
  if (!wantsRunning(diagnosis) || !isOver(diagnosis) || !('value' in list)) return undefined;
  const own = list.value.find(({ Id }) => Id === inspect.Id);
  const good = list.value.filter(
    (row) => (row.Created ?? 0) > (own?.Created ?? Infinity) && isAsAsked(row, diagnosis),
  );
  const [only, second] = good;
  if (only === undefined || second !== undefined) return undefined;
  return message('container.name-kept-by-attempt', { name: nameOf(inspect), other: rowName(only) });
};

const isOver = ({ resource }: Diagnosis<Container>): boolean =>
  ['created', 'exited', 'dead'].includes(stateOf(resource) ?? '');

/**
 * Whether it could take this container's name, as far as the list of containers tells: it runs, has the image and the ports that the lab asks for, and
 * is none that the lab names itself.
 */
function isAsAsked(row: ContainerSummary, { check, lab, resource }: Diagnosis<Container>): boolean {
  const checks = [check, ...lab.tasks.flatMap((task) => task.checks)];
  const asked = checks.filter(({ kind, subject }) => kind === 'container' && subject === check.subject);
  const wanted = asked.flatMap(({ keys }) =>
    keys['image'] === undefined ? [] : (literalIn(keys['image']) ?? []),
  );
  const isImage =
    wanted.length === 0
      ? row.ImageID === resource.inspect.Image
      : wanted.every((image) => isSameImage(row.Image ?? '', image));
  const published = (row.Ports ?? []).map(({ PublicPort, PrivatePort }) => `${PublicPort}:${PrivatePort}`);
  const ports = asked.flatMap(({ keys }) => literalsIn(keys['ports'] ?? []));
  return (
    row.State === 'running' &&
    isImage &&
    ports.every((port) => published.includes(String(port))) &&
    !checks.some((other) => namesIn(other).includes(rowName(row)))
  );
}

/** All words of a check that may be the name of a container. */
const namesIn = ({ subject, keys }: Check): Json[] => [
  subject,
  ...(isJsonObject(subject) ? [subject['container'] ?? null] : []),
  keys['in'] ?? null,
  keys['of'] ?? null,
];

export const portTaken: Rule = (diagnosis) => {
  const { inspect } = diagnosis.resource;
  const error = inspect.State?.Error ?? '';
  if (!wantsRunning(diagnosis) || !/port is already allocated|address already in use/i.test(error))
    return undefined;
  const port = /(?:^|[\s:\]])(\d{1,5})(?:\/\w+)?(?:: bind:|:? failed: port|: address already)/.exec(
    error,
  )?.[1];
  const wanted =
    port ?? Object.values(inspect.HostConfig?.PortBindings ?? {}).flatMap((b) => b ?? [])[0]?.HostPort ?? '';
  const name = nameOf(inspect);
  const list = diagnosis.look({ fact: 'containers' });
  const others = ('value' in list ? list.value : []).filter(({ Id }) => Id !== inspect.Id);
  const [holder] = holdersOf(Number(wanted), protocolsOf(inspect), others);
  if (holder === undefined) return message('container.port-taken-on-host', { name, port: wanted });
  // Made before or after: what holds the port is what the lab asks for, and only its name is not.
  return isOver(diagnosis) && isAsAsked(holder, diagnosis)
    ? message('container.name-kept-by-attempt', { name, other: rowName(holder) })
    : message('container.port-taken', { name, port: wanted, holder: rowName(holder) });
};

const protocolsOf = ({ HostConfig }: ContainerInspect): string[] =>
  Object.keys(HostConfig?.PortBindings ?? {}).map((key) => key.split('/')[1] ?? 'tcp');

export const programMissing: Rule = (diagnosis) => {
  const { inspect } = diagnosis.resource;
  const error = startError(diagnosis);
  const program = /exec: "((?:[^"\\]|\\.)*)"/.exec(error)?.[1] ?? inspect.Path ?? '';
  const name = nameOf(inspect);
  if (/executable file not found|no such file or directory: unknown$/.test(error) && error.includes('exec:'))
    return message('container.program-not-found', { name, program });
  if (/exec: .*(permission denied|exec format error|is a directory)/.test(error))
    return message('container.program-not-executable', { name, program });
  return undefined;
};

export const startFailed: Rule = (diagnosis) => {
  const error = startError(diagnosis).trim();
  if (error === '') return undefined;
  // The engine's chain of causes is long; the last one is what matters.
  const shown = error.length > 300 ? `…${error.slice(-299)}` : error;
  return message('container.start-failed', { name: nameOf(diagnosis.resource.inspect), error: shown });
};

export const neverStarted: Rule = (diagnosis) => {
  const isCreated = stateOf(diagnosis.resource) === 'created';
  const asked = diagnosis.misses.some(({ key }) =>
    ['state', 'exit-code', 'never-stopped', 'health', 'ip-addresses', 'ports'].includes(key),
  );
  return isCreated && asked
    ? message('container.never-started', { name: nameOf(diagnosis.resource.inspect) })
    : undefined;
};

/** The engine's error at the last start, where the check fails because of it. */
function startError(diagnosis: Parameters<Rule>[0]): string {
  const asked = diagnosis.misses.some(({ key }) =>
    ['state', 'exit-code', 'never-stopped', 'ports'].includes(key),
  );
  const { State: state } = diagnosis.resource.inspect;
  return asked && state?.Running !== true ? (state?.Error ?? '') : '';
}

const rowName = (row: ContainerSummary): string => (row.Names?.[0] ?? row.Id.slice(0, 12)).replace(/^\//, '');

export const startRules: readonly Rule[] = [portTaken, programMissing, startFailed, neverStarted];
