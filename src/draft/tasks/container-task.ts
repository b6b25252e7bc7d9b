import { requestedBy } from '../../checks/kinds/container/ports';
import { stateOf } from '../../checks/kinds/container/state';
import type { Json } from '../../text/json';
import { formatPublication } from '../../text/published-port';
import type { Seen } from '../host';
import type { DraftTask, Statement } from '../statement';
import { titles } from '../words';
import { settingsOf } from './settings';
import { environmentOf, mountsOf, networksOf } from './surroundings';

/** How the container was started, in the order in which `docker run` is taught. */
export function containerTask(seen: Seen): readonly DraftTask[] {
  const { name, image, inspect } = seen;
  const subject = name ?? (image === undefined ? undefined : { image });
  if (subject === undefined) return [];
  const about = (part: Pick<Statement, 'asserts' | 'title'> & Partial<Statement>): readonly Statement[] =>
    Object.keys(part.asserts).length === 0
      ? []
      : [{ kind: 'container', subject, place: {}, assertsPresence: false, notes: [], ...part }];
  const ports = portsOf(seen);
  const settings = settingsOf(inspect.HostConfig ?? {});
  const [env, mounts, networks] = [environmentOf(seen), mountsOf(seen), networksOf(seen)];
  return [
    {
      id: 'container',
      title: name === undefined ? titles.unnamedTask(image ?? '') : titles.containerTask(name),
      statements: [
        ...about(start(seen)),
        ...about(terminal(seen)),
        ...about(ports),
        ...about({ asserts: settings, title: titles.settings(Object.keys(settings)), partial: true }),
        ...about({ asserts: env.asserts, title: titles.env(env.names), notes: env.notes }),
        ...about({ asserts: mounts.asserts, title: titles.mounts(mounts.names), notes: mounts.notes }),
        ...about({ asserts: networks.asserts, title: titles.networks(networks.names) }),
      ],
    },
  ];
}

type Part = Pick<Statement, 'asserts' | 'title'> & Partial<Statement>;

/** `restarting`, `removing` and `dead` pass by: nobody asks for them. */
function start({ name, image, inspect }: Seen): Part {
  const state = lasting(stateOf({ inspect }));
  const code = inspect.State?.ExitCode;
  // A container that is meant by its image has it.
  const shownImage = name === undefined ? undefined : image;
  const asserts: Record<string, Json> = {
    ...(shownImage !== undefined && { image: shownImage }),
    ...(state !== undefined && { state }),
    ...(state === 'exited' && code !== undefined && { 'exit-code': code }),
  };
  const says = Object.keys(asserts).length > 0;
  return {
    asserts: says ? asserts : { exists: true },
    title: titles.start(shownImage, state),
    partial: true,
  };
}

const lastingStates = ['running', 'paused', 'exited', 'created'] as const;
const lasting = (state: string | undefined) => lastingStates.find((known) => known === state);

function terminal({ inspect: { Config: config } }: Seen): Part {
  const [stdin, tty] = [config?.OpenStdin === true, config?.Tty === true];
  return {
    asserts: { ...(tty && { tty }), ...(stdin && { stdin }) },
    title: titles.terminal(`-${stdin ? 'i' : ''}${tty ? 't' : ''}`),
    partial: true,
  };
}

/** As asked for after `-p`: a port of the host that the engine chose is no student's. */
function portsOf({ inspect }: Seen): Part {
  const asked = requestedBy({ inspect });
  const ports = asked.map(formatPublication);
  return {
    asserts: ports.length > 0 ? { ports } : {},
    title: titles.ports(ports),
    notes: asked.some(({ hostPort }) => hostPort === undefined) ? ['any-port'] : [],
  };
}
