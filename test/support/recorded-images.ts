import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageSummary } from '../../src/evidence/docker';
import type { EngineFact, ImageFact } from '../../src/evidence/facts';

/** What one real engine said of the same images: `ubuntu` pulled and tagged `student/ubuntu:v1`, and images made on it. */
export interface RecordedImages {
  readonly engine: EngineFact;
  readonly pulled: ImageFact;
  /** Pulled; the registry serves an index of platforms. */
  readonly multi: ImageFact;
  readonly built: ImageFact;
  readonly committed?: ImageFact;
  readonly buildkit?: ImageFact;
  readonly images: readonly ImageSummary[];
  /** What the registry served for `ubuntu`; absent where the engine cannot ask. */
  readonly servedDigest: string | null;
}

export const recordedEngines = [
  'docker-20.10',
  'docker-28.5',
  'docker-28.5-containerd',
  'podman-4.3',
  'podman-5.8',
] as const;
export type RecordedEngine = (typeof recordedEngines)[number];

export function recordedImages(engine: RecordedEngine): RecordedImages {
  const file = join(__dirname, '../fixtures/engines', engine, 'images.json');
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedImages; // written in this shape
}
