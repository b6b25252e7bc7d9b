import type { FaultArgs } from '../../evidence/fault';
import type { Catalogue } from '../catalogue';
import { engineFaults } from './faults-engine';
import { eventFaults } from './faults-events';
import { imageFaults } from './faults-image';
import { readingFaults } from './faults-reading';
import { registryFaults } from './faults-registry';

export const faults: Catalogue<FaultArgs> = {
  ...engineFaults,
  ...eventFaults,
  ...imageFaults,
  ...readingFaults,
  ...registryFaults,
};
