import type { ContainerSummary } from '../../../../evidence/docker';
import { message } from '../../../../messages/message';
import { stateOf } from '../state';
import type { Diagnosis } from '../../../kind';
import { isSameImage } from '../image-name';
import type { Container } from '../container';
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

/** The name stays with a failed first attempt while another container, made later and as the check asks, runs. */
export const nameKeptByAttempt: Rule = (diagnosis) => {
  const { inspect } = diagnosis.resource;
  const list = diagnosis.look({ fact: 'containers' });
  const isOver = ['created', 'exited', 'dead'].includes(stateOf(diagnosis.resource) ?? '');
  if (!wantsRunning(diagnosis) || !isOver || !('value' in list)) return undefined;
  const own = list.value.find(({ Id }) => Id === inspect.Id);
  const good = list.value.filter(
    (row) =>
      row.State === 'running' && (row.Created ?? 0) > (own?.Created ?? Infinity) && isAsAsked(row, diagnosis),
  );
  const [only, second] = good;
  if (only === undefined || second !== undefined) return undefined;
  return message('container.name-kept-by-attempt', { name: nameOf(inspect), other: rowName(only) });
};

/** As far as the list of containers tells: its image and its ports. */
function isAsAsked(row: ContainerSummary, { check, resource }: Diagnosis<Container>): boolean {
  const { image, ports } = check.keys;
  const wanted = image === undefined ? undefined : literalIn(image);
  const isImage =
    wanted === undefined ? row.ImageID === resource.inspect.Image : isSameImage(row.Image ?? '', wanted);
  const published = (row.Ports ?? []).map(({ PublicPort, PrivatePort }) => `${PublicPort}:${PrivatePort}`);
  return (
    isImage && (ports === undefined || literalsIn(ports).every((port) => published.includes(String(port))))
  );
}

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
  const holder = ('value' in list ? list.value : []).find(
    (row) =>
      row.Id !== inspect.Id && (row.Ports ?? []).some(({ PublicPort }) => PublicPort === Number(wanted)),
  );
  return holder
    ? message('container.port-taken', { name, port: wanted, holder: rowName(holder) })
    : message('container.port-taken-on-host', { name, port: wanted });
};

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
    ['state', 'exit-code', 'never-stopped', 'health', 'ip-addresses'].includes(key),
  );
  return isCreated && asked
    ? message('container.never-started', { name: nameOf(diagnosis.resource.inspect) })
    : undefined;
};

/** The engine's error at the last start, where the check fails because of it. */
function startError(diagnosis: Parameters<Rule>[0]): string {
  const asked = diagnosis.misses.some(({ key }) => ['state', 'exit-code', 'never-stopped'].includes(key));
  const { State: state } = diagnosis.resource.inspect;
  return asked && state?.Running !== true ? (state?.Error ?? '') : '';
}

const rowName = (row: ContainerSummary): string => (row.Names?.[0] ?? row.Id.slice(0, 12)).replace(/^\//, '');

export const startRules: readonly Rule[] = [portTaken, programMissing, startFailed, neverStarted];
