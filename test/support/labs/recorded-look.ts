import { expect } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { labNamed, lookThrough } from '../look-through';
import { endpointOf, fixtureOf, readRecording, recordingProxy, type Recording } from '../recorded-engine';
import type { Also } from './prove-lab';

/** Which endpoints were asked, with the statuses and types of their answers. */
const outline = (recording: Recording): readonly string[] =>
  [
    ...new Set(
      Object.entries(recording).map(
        ([key, { status, headers }]) => `${endpointOf(key)} ${status} ${headers['content-type'] ?? ''}`,
      ),
    ),
  ].sort();

/** The recorded engine of the fault matrix answers as this real one does; with VIGIE_RECORD set it is recorded anew. */
export const isAsRecorded =
  (id: string): Also =>
  async ({ room }) => {
    using proxy = await recordingProxy(room.dockerHost.replace('unix://', ''));
    await lookThrough(proxy.path, labNamed(id), 60_000);
    if (process.env['VIGIE_RECORD'] !== undefined) {
      mkdirSync(dirname(fixtureOf(id)), { recursive: true });
      writeFileSync(fixtureOf(id), gzipSync(JSON.stringify(proxy.recording), { level: 9 }));
    }
    expect(outline(proxy.recording)).toEqual(outline(readRecording(id)));
  };

/** One after the other. */
export const allOf =
  (...steps: readonly Also[]): Also =>
  async (proved) => {
    for (const step of steps) await step(proved);
  };
