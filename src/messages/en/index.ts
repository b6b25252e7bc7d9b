import type { Texts } from '../catalogue';
import { check } from './check';
import { container } from './container';
import { faults } from './faults';
import { jest } from './jest';

export const texts: Texts = { messages: { ...check, ...container, ...jest }, faults };
