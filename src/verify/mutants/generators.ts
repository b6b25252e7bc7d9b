import { wrongAnswers } from './kinds/answer';
import { wrongContainers } from './kinds/container';
import { wrongEngines } from './kinds/engine';
import { wrongEvents } from './kinds/event';
import { wrongExecs } from './kinds/exec';
import { wrongFiles } from './kinds/file';
import { wrongAnswersOfHttp } from './kinds/http';
import { wrongImages } from './kinds/image';
import { wrongTests } from './kinds/jest';
import { wrongLogs } from './kinds/logs';
import { wrongPackages } from './kinds/package';
import { wrongPortAnswers } from './kinds/port';
import { wrongProcesses } from './kinds/process';
import type { Generator } from './mutant';

/** One generator for each kind of check. */
export const generators: Readonly<Record<string, Generator>> = {
  answer: wrongAnswers,
  container: wrongContainers,
  engine: wrongEngines,
  event: wrongEvents,
  exec: wrongExecs,
  file: wrongFiles,
  http: wrongAnswersOfHttp,
  image: wrongImages,
  jest: wrongTests,
  logs: wrongLogs,
  package: wrongPackages,
  port: wrongPortAnswers,
  process: wrongProcesses,
};
