import type { CheckKind } from './kind';
import { container } from './kinds/container';
import { engine } from './kinds/engine';
import { image } from './kinds/image';
import { jest } from './kinds/jest';
import { file } from './kinds/file';
import { http } from './kinds/http';
import { logs } from './kinds/logs';
import { packageKind } from './kinds/package';
import { port } from './kinds/port';

/** Every kind of check, by the word that labs use for it. */
export const kinds: Readonly<Record<string, CheckKind>> = {
  container,
  engine,
  image,
  jest,
  file,
  http,
  logs,
  package: packageKind,
  port,
};

export const isAttribute = (kind: CheckKind, key: string): boolean =>
  key === 'exists' || Object.hasOwn(kind.attributes, key);
