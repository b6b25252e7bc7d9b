import type { FaultArgs } from '../../evidence/fault';
import type { Catalogue } from '../catalogue';
import { engineFaults } from './faults-engine';
import { readingFaults } from './faults-reading';

export const faults: Catalogue<FaultArgs> = { ...engineFaults, ...readingFaults };
