import type { FactName } from '../../evidence/facts';
import type { Collector } from '../looking';
import { container } from './container';
import { containers } from './containers';

/** How each kind of fact is had from the host. */
export const collectors: { readonly [N in FactName]: Collector<N> } = { container, containers };
