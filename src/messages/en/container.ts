import type { Catalogue } from '../catalogue';
import type { ContainerMessages } from '../codes/container';
import { absence } from './container/absence';
import { byImage } from './container/by-image';
import { ports } from './container/ports';
import { settings } from './container/settings';
import { states } from './container/state';

export const container: Catalogue<ContainerMessages> = {
  ...absence,
  ...byImage,
  ...states,
  ...ports,
  ...settings,
};
