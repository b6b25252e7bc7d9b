import type { CleanRoom } from '../clean-room';
import { standInImages } from '../images/stand-ins';
import { dockerHubAnswers } from '../images/docker-hub';
import type { RoomLimits } from '../room/limits';
import { guard, unguard } from '../room/ending/exit-guard';
import type { NetworkUse } from '../room/network/network-policy';
import { dindImage } from './dind-image';
import { removeContainerNow, removeDindLeftovers } from './leftovers';
import { startMirror, type Mirror } from './mirror';
import { openDindRoom } from './open-dind-room';
import { outerEngine as outer } from './outer-engine';
import { shared } from '../shared';
import type { OnStep } from '../step';

/** How a room in a container is opened. */
export interface DindOptions {
  readonly image: string | undefined;
  readonly ports: readonly number[];
  readonly limits: RoomLimits;
  readonly network: readonly NetworkUse[] | undefined;
  readonly onStep: OnStep;
  readonly signal: AbortSignal | undefined;
}

/** What all rooms of this process share, as long as there is one. */
interface Outside {
  readonly image: string;
  readonly privileged: boolean;
  readonly reaper: boolean;
  readonly mirror: Mirror;
}
const outside = shared(prepare, async ({ mirror }: Outside) => {
  await mirror.remove();
  unguard(mirror.id);
});

/** Opens a room in a container of the engine that is already there. Rejects with a `CleanRoomError`. */
export async function openInContainer(options: DindOptions): Promise<CleanRoom> {
  const { image, privileged, reaper, mirror } = await outside.take(options);
  try {
    return await openDindRoom({
      outer,
      plan: {
        image,
        privileged,
        reaper,
        mirror: mirror.address,
        mtu: 1400,
        limits: options.limits,
        ports: options.ports,
        network: options.network,
      },
      signal: options.signal,
      closed: outside.giveBack,
    });
  } catch (error) {
    await outside.giveBack();
    throw error;
  }
}

async function prepare({ image: wanted, onStep }: DindOptions): Promise<Outside> {
  await removeDindLeftovers(outer);
  const { image, isStandIn } = await dindImage(outer, wanted, onStep);
  const [hasHub, privileged, hasReaper] = await Promise.all([
    dockerHubAnswers(),
    mayBePrivileged(image),
    reaperIsThere(),
  ]);
  const standIns =
    hasHub && !isStandIn
      ? undefined
      : { image, registry: { storage: await standInImages(onStep), writable: false } };
  const mirror = await startMirror(outer, standIns);
  guard(mirror.id, () => {
    removeContainerNow(mirror.id);
  });
  return { image, privileged, reaper: hasHub || hasReaper, mirror };
}

/** Where the machine's own root lacks a capability, no container can be given all of them. */
async function mayBePrivileged(image: string): Promise<boolean> {
  return (await outer.ask(['run', '--rm', '--privileged', '--entrypoint', 'true', image])) !== undefined;
}

/** Its image is pulled from Docker Hub by testcontainers itself; without Docker Hub it may still be there. */
async function reaperIsThere(): Promise<boolean> {
  return (await outer.ask(['image', 'ls', '-q', '--filter', 'reference=testcontainers/ryuk'])) ? true : false;
}
