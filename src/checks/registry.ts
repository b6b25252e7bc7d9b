import type { CheckKind } from './kind';
import { container } from './kinds/container';
import { engine } from './kinds/engine';
import { answerKind } from './kinds/answer';
import { eventKind } from './kinds/event';
import { execKind } from './kinds/exec';
import { image } from './kinds/image';
import { jestKind } from './kinds/jest';
import { file } from './kinds/file';
import { http } from './kinds/http';
import { logs } from './kinds/logs';
import { packageKind } from './kinds/package';
import { port } from './kinds/port';
import { processKind } from './kinds/process';

/** Every kind of check, by the word that labs use for it. */
export const kinds: Readonly<Record<string, CheckKind>> = {
  answer: answerKind,
  event: eventKind,
  exec: execKind,
  process: processKind,
  container,
  engine,
  image,
  jest: jestKind,
  file,
  http,
  logs,
  package: packageKind,
  port,
};

export const isAttribute = (kind: CheckKind, key: string): boolean =>
  key === 'exists' || Object.hasOwn(kind.attributes, key);
