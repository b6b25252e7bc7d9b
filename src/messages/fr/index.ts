import type { Texts } from '../catalogue';
import { check } from './check';
import { container } from './container';
import { engine } from './engine';
import { answer } from './answer';
import { event } from './event';
import { exec } from './exec';
import { faults } from './faults';
import { image } from './image';
import { jestTests } from './jest';
import { file } from './file';
import { http } from './http';
import { inside } from './inside';
import { logs } from './logs';
import { packages } from './package';
import { port } from './port';
import { processes } from './process';
import { typeset } from './typeset';

export const texts: Texts = {
  messages: {
    ...check,
    ...container,
    ...engine,
    ...answer,
    ...event,
    ...exec,
    ...processes,
    ...image,
    ...jestTests,
    ...file,
    ...http,
    ...inside,
    ...logs,
    ...packages,
    ...port,
  },
  faults,
  typeset,
};
