import type { RoomKind } from './clean-room';
import { CleanRoomError } from './clean-room-error';
import { outerEngine } from './dind/outer-engine';
import { requireMachine } from './machine';

/** Which kind of room this machine gets, and why: a code for programs, a sentence in English for logs. */
export type KindChoice =
  | {
      readonly kind: RoomKind;
      readonly because: 'asked' | 'has-dockerd' | 'has-engine';
      readonly detail: string;
    }
  | { readonly kind: undefined; readonly because: 'nothing'; readonly detail: string };

/**
 * `asked`, else `VIGIE_ROOMS`, decides. Else a private engine wherever the machine can have one: it starts in a third of the time and leaves the
 * engine that is already there alone. Else a container of that engine.
 */
export async function chooseKind(asked?: RoomKind): Promise<KindChoice> {
  const wish = asked ?? process.env['VIGIE_ROOMS'];
  if (wish === 'private' || wish === 'dind')
    return { kind: wish, because: 'asked', detail: asked === undefined ? `VIGIE_ROOMS=${wish}` : wish };
  const lacking = whatMachineLacks();
  if (lacking === undefined) return { kind: 'private', because: 'has-dockerd', detail: 'root and dockerd' };
  const engine = isLinuxRoot()
    ? await outerEngine.ask(['version', '-f', '{{.Server.Version}}'], { deadlineMs: 10_000 })
    : undefined;
  if (engine) return { kind: 'dind', because: 'has-engine', detail: `Docker ${engine}; ${lacking}` };
  return { kind: undefined, because: 'nothing', detail: lacking };
}

/** The container's processes are entered by root. */
const isLinuxRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

function whatMachineLacks(): string | undefined {
  try {
    requireMachine();
    return undefined;
  } catch (error) {
    if (error instanceof CleanRoomError) return error.message;
    throw error;
  }
}
