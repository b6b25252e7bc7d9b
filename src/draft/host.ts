import { imageNameOf, shortImageName } from '../checks/kinds/container/image-name';
import type { Look } from '../checks/kind';
import type { ContainerConfig, ContainerInspect } from '../evidence/docker';
import { parseReference } from '../text/image-reference';
import { isMadeUpName } from './made-up-name';

/** A container that is to be drafted, with what says which of its settings are its image's. */
export interface Seen {
  /** As facts about it are asked for: what the teacher typed. */
  readonly asked: string;
  /** What students have to call it; absent if the engine made its name up. */
  readonly name?: string;
  readonly inspect: ContainerInspect;
  /** As one would type it; absent for an image without a name. */
  readonly image?: string;
  /** Of its image; empty where that is gone. */
  readonly imageConfig: ContainerConfig;
  /** When its image was made, in milliseconds since the epoch; 0 where that is not known. */
  readonly imageMade: number;
  readonly look: Look;
}

export function seeContainer(asked: string, inspect: ContainerInspect, look: Look): Seen {
  const name = (inspect.Name ?? '').replace(/^\//, '');
  const image = nameOfItsImage(inspect, look);
  const fact = look({ fact: 'image', reference: inspect.Image ?? '' });
  const ofImage = 'value' in fact ? fact.value?.inspect : undefined;
  return {
    asked,
    ...(name !== '' && !isMadeUpName(name) && { name }),
    inspect,
    ...(image !== undefined && { image }),
    imageConfig: ofImage?.Config ?? {},
    imageMade: Date.parse(ofImage?.Created ?? '') || 0,
    look,
  };
}

/** An image that lost its name since is written as an ID: no student has the same. */
function nameOfItsImage(inspect: ContainerInspect, look: Look): string | undefined {
  const written = imageNameOf(inspect, undefined, look);
  if (written === undefined || !parseReference(written).ok) return undefined;
  const isId = /^[0-9a-f]{4,64}$/.test(written) && (inspect.Image ?? '').includes(written);
  return isId ? undefined : shortImageName(written);
}
