import type { ContainerAbsence } from './container/absence';
import type { ContainerByImage } from './container/by-image';
import type { ContainerPorts } from './container/ports';
import type { ContainerSettings } from './container/settings';
import type { ContainerStates } from './container/state';

/** What `container` checks say. `name` is the name asked for. */
export interface ContainerMessages
  extends ContainerAbsence, ContainerByImage, ContainerStates, ContainerPorts, ContainerSettings {}
