import type { Collector, HostFact } from '../looking';
import { answer } from './answer';
import { candidates } from './candidates';
import { container } from './container';
import { containers } from './containers';
import { content } from './content';
import { engine } from './engine';
import { events } from './events';
import { exec } from './exec';
import { file } from './file';
import { http } from './http';
import { image } from './image';
import { images } from './images';
import { logs } from './logs';
import { madeFrom } from './made-from';
import { packages } from './packages';
import { port } from './port';
import { registry } from './registry';
import { top } from './top';

/** How each kind of fact is had from the host. */
export const collectors: { readonly [N in HostFact]: Collector<N> } = {
  answer,
  candidates,
  container,
  containers,
  content,
  engine,
  events,
  exec,
  file,
  http,
  image,
  images,
  logs,
  'made-from': madeFrom,
  packages,
  port,
  registry,
  top,
};
