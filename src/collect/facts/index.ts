import type { Collector, HostFact } from '../looking';
import { container } from './container';
import { containers } from './containers';

/** How each kind of fact is had from the host. */
export const collectors: { readonly [N in HostFact]: Collector<N> } = { container, containers };
