import type { Collector, HostFact } from '../looking';
import { candidates } from './candidates';
import { container } from './container';
import { containers } from './containers';
import { content } from './content';
import { engine } from './engine';
import { exec } from './exec';
import { image } from './image';
import { images } from './images';
import { registry } from './registry';
import { top } from './top';

/** How each kind of fact is had from the host. */
export const collectors: { readonly [N in HostFact]: Collector<N> } = {
  candidates,
  container,
  containers,
  content,
  engine,
  exec,
  image,
  images,
  registry,
  top,
};
