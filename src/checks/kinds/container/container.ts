import type { ContainerInspect, ContainerSummary } from '../../../evidence/docker';
import type { Seen } from '../../attribute';

/** A container as the engine describes it, and its row in the list of containers. */
export interface Container {
  readonly inspect: ContainerInspect;
  readonly row?: ContainerSummary;
  /** The image's name where it had to be looked up; else `Config.Image` is it. */
  readonly image?: string;
  /** The image that runs, as the check asks for it: a name is only what it is called by. */
  readonly madeFrom?: Seen;
}
