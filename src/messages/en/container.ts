import type { Catalogue } from '../catalogue';
import type { ContainerMessages } from '../codes/container';
import { absence } from './container/absence';
import { ports } from './container/ports';
import { settings } from './container/settings';
import { states } from './container/state';

export const container: Catalogue<ContainerMessages> = { ...absence, ...states, ...ports, ...settings };
